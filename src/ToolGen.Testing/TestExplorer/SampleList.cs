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
        var methods = (CatalogTools.Find(catalog)?.Tools ?? []).Where(MethodSpec.Is).Select(tool => tool.Descriptor.Name).ToArray();
        var specs = Listed(Path.Combine(folder, catalog.Assembly.GetName().Name + ".toolgen.samples.json"), isNeeded: methods.Length == 0);
        return specs.Where(spec => Text(spec, "path") is not null).SelectMany(spec => SamplesOf(catalog, Text(spec, "name") ?? "", Text(spec, "path"), Text(spec, "tests"), folder))
            .Concat(methods.SelectMany(name => SamplesOf(catalog, name, null, specs.Where(spec => Text(spec, "path") is null && Text(spec, "name") == name).Select(spec => Text(spec, "tests")).FirstOrDefault(), folder)));
    }

    private static JsonObject[] Listed(string path, bool isNeeded)
    {
        if (!File.Exists(path))
        {
            return !isNeeded ? [] : throw new InvalidOperationException($"{path} is not there: the build of a project that references the package ToolGen writes it. Build that project, and see that it has a *.tool.json.");
        }

        if (JsonReader.Read(path, File.ReadAllBytes(path)).Root is not JsonObject list || list["specs"] is not JsonArray specs)
            throw new InvalidOperationException($"{path} is no list of specs: build the project anew.");
        return [.. specs.Items.OfType<JsonObject>()];
    }

    private static IEnumerable<ToolSample> SamplesOf(Type catalog, string name, string? spec, string? tests, string folder)
    {
        // The build writes absolute paths; relative ones are taken from the list's folder.
        var whole = new ToolSample
        {
            Catalog = catalog.AssemblyQualifiedName!,
            Tool = name,
            SpecPath = spec is null ? "" : Path.GetFullPath(spec, folder),
            TestsPath = tests is null ? null : Path.GetFullPath(tests, folder),
            Title = "",
        };
        foreach (var heldOut in new[] { false, true })
        {
            var (titles, index) = Titles(whole, CatalogTools.Of(catalog), heldOut);
            foreach (var title in titles)
            {
                yield return new()
                {
                    Catalog = whole.Catalog,
                    Tool = name,
                    SpecPath = whole.SpecPath,
                    TestsPath = whole.TestsPath,
                    IsHeldOut = heldOut,
                    Index = index,
                    Title = title,
                };
                index++;
            }
        }
    }

    // A file that cannot be read is one test that fails and says why, so that no sample is lost in silence.
    private static (IReadOnlyList<string> Titles, int First) Titles(ToolSample sample, ToolCatalog tools, bool heldOut)
    {
        if (SampleFiles.Of(sample, tools) is not { } files) return heldOut ? ([], 0) : (["spec"], -1);
        var (samples, errors) = files.List(heldOut);
        if (errors.Length > 0) return ([heldOut ? "tests" : "spec"], -1);
        return (samples.Select((sample, i) => $"{(heldOut ? "test" : "example")} {i + 1}{(sample.Name is null ? "" : $" `{sample.Name}`")}").ToArray(), 0);
    }

    private static string? Text(JsonObject spec, string name) => (spec[name] as JsonString)?.Value;

    private static string Folder(Assembly assembly) =>
        assembly.Location.Length > 0 ? Path.GetDirectoryName(assembly.Location)! : AppContext.BaseDirectory;
}
