using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Build;

/// <summary>The text of <c>ASSEMBLY.toolgen.samples.json</c>: which specs, and held-out samples beside them, an assembly was built from.</summary>
public static class SampleList
{
    private const string SpecExtension = ".tool.json";
    private const string TestsExtension = ".tests.json";

    /// <summary>
    /// Prints <c>{ "specs": [ { "name", "path", "tests" } ] }</c> with absolute paths; <c>tests</c> is null where no such file is, <c>path</c> where
    /// samples have no spec beside them: those of a method.
    /// </summary>
    /// <param name="files">Paths; those of no spec are passed over.</param>
    /// <param name="tests">Paths of samples; those that have a spec among <paramref name="files"/> are passed over.</param>
    /// <returns>The text, or null where there is nothing to list.</returns>
    public static string? Print(IEnumerable<string> files, IEnumerable<string>? tests = null)
    {
        var specs = files.Where(file => file.EndsWith(SpecExtension, StringComparison.OrdinalIgnoreCase))
            .Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal).ToArray();
        var alone = (tests ?? []).Where(file => file.EndsWith(TestsExtension, StringComparison.OrdinalIgnoreCase)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)
            .Where(file => !specs.Contains(Stem(file, TestsExtension) + SpecExtension)).OrderBy(path => path, StringComparer.Ordinal);
        var lines = specs.Select(path => Line(path)).Concat(alone.Select(path => Line(Path.GetFileName(Stem(path, TestsExtension)), null, path))).ToArray();
        return lines.Length == 0 ? null : "{ \"specs\": [\n" + string.Join(",\n", lines) + "\n] }\n";
    }

    private static string Line(string path)
    {
        var tests = Stem(path, SpecExtension) + TestsExtension;
        return Line(Path.GetFileName(Stem(path, SpecExtension)), path, File.Exists(tests) ? tests : null);
    }

    private static string Line(string name, string? path, string? tests) =>
        $"  {{ \"name\": {JsonWriter.Quote(name)}, \"path\": {Quote(path)}, \"tests\": {Quote(tests)} }}";

    private static string Quote(string? path) => path is null ? "null" : JsonWriter.Quote(path);

    private static string Stem(string path, string extension) => path.Substring(0, path.Length - extension.Length);
}
