using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.TestSupport;

namespace ToolGen.Analyzers.Tests.Taint;

/// <summary>The C# of the files <c>Taint/constructs/*.cs</c>, which the tests compile.</summary>
internal static class FlowConstructs
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "ToolGen.Analyzers.Tests", "Taint", "constructs"), "*.cs").Order(System.StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)))];
}
