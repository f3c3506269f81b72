using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ToolGen.Specification.Json;

namespace ToolGen.Testing;

/// <summary>The list <c>ASSEMBLY.toolgen.samples.json</c> that the build writes beside an assembly: <c>{"specs": [{"name", "path", "tests"}]}</c>.</summary>
internal static class SampleList
{
    /// <summary>Every sample of every spec, in the order of the list.</summary>
    /// <param name="catalog">The catalog's class; the list stands beside its assembly.</param>
    /// <exception cref="InvalidOperationException">There is no list, or it cannot be read.</exception>
    public static IEnumerable<ToolSample> Of(Type catalog)
    {
        var folder = Folder(catalog.Assembly);
        var path = Path.Combine(folder, catalog.Assembly.GetName().Name + ".toolgen.samples.json");
        if (!File.Exists(path))
            throw new InvalidOperationException($"{path} is not there: the build of a project that references the package ToolGen writes it. Build that project, and see that it has a *.tool.json.");
        if (JsonReader.Read(path, File.ReadAllBytes(path)).Root is not JsonObject list || list["specs"] is not JsonArray specs)
            throw new InvalidOperationException($"{path} is no list of specs: build the project anew.");
        return specs.Items.OfType<JsonObject>().SelectMany(spec => SamplesOf(catalog, Text(spec, "name") ?? "", Text(spec, "path"), Text(spec, "tests"), folder));
    }

    private static IEnumerable<ToolSample> SamplesOf(Type catalog, string name, string? spec, string? tests, string folder)
    {
        // The build writes absolute paths; relative ones are taken from the list's folder.
        var specPath = Path.GetFullPath(spec ?? "", folder);
        var testsPath = tests is null ? null : Path.GetFullPath(tests, folder);
        foreach (var heldOut in new[] { false, true })
        {
            var (titles, index) = Titles(specPath, testsPath, heldOut);
            foreach (var title in titles)
            {
                yield return new()
                {
                    Catalog = catalog.AssemblyQualifiedName!,
                    Tool = name,
                    SpecPath = specPath,
                    TestsPath = testsPath,
                    IsHeldOut = heldOut,
                    Index = index,
                    Title = title,
                };
                index++;
            }
        }
    }

    // A file that cannot be read is one test that fails and says why, so that no sample is lost in silence.
    private static (IReadOnlyList<string> Titles, int First) Titles(string specPath, string? testsPath, bool heldOut)
    {
        if (!File.Exists(specPath)) return heldOut ? ([], 0) : (["spec"], -1);
        var (samples, errors) = SampleFiles.Of(specPath, testsPath).List(heldOut);
        if (errors.Length > 0) return ([heldOut ? "tests" : "spec"], -1);
        return (samples.Select((sample, i) => $"{(heldOut ? "test" : "example")} {i + 1}{(sample.Name is null ? "" : $" `{sample.Name}`")}").ToArray(), 0);
    }

    private static string? Text(JsonObject spec, string name) => (spec[name] as JsonString)?.Value;

    private static string Folder(Assembly assembly) =>
        assembly.Location.Length > 0 ? Path.GetDirectoryName(assembly.Location)! : AppContext.BaseDirectory;
}
