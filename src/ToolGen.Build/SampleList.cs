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

    /// <summary>Prints <c>{ "specs": [ { "name", "path", "tests" } ] }</c> with absolute paths; <c>tests</c> is null where no such file is.</summary>
    /// <param name="files">Paths; those of no spec are passed over.</param>
    /// <returns>The text, or null where no spec is among the files.</returns>
    public static string? Print(IEnumerable<string> files)
    {
        var lines = files.Where(file => file.EndsWith(SpecExtension, StringComparison.OrdinalIgnoreCase))
            .Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal).Select(Line).ToArray();
        return lines.Length == 0 ? null : "{ \"specs\": [\n" + string.Join(",\n", lines) + "\n] }\n";
    }

    private static string Line(string path)
    {
        var tests = path.Substring(0, path.Length - SpecExtension.Length) + TestsExtension;
        var name = Path.GetFileName(path);
        name = name.Substring(0, name.Length - SpecExtension.Length);
        return $"  {{ \"name\": {JsonWriter.Quote(name)}, \"path\": {JsonWriter.Quote(path)}, \"tests\": {(File.Exists(tests) ? JsonWriter.Quote(tests) : "null")} }}";
    }
}
