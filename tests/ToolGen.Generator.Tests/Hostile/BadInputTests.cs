using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>Whatever stands in one file, it gets findings, and the tool beside it is generated as if the file were not there.</summary>
[TestClass]
public sealed class BadInputTests
{
    private static readonly string GoodPath = Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json")
        .Order(StringComparer.Ordinal).First(path => File.ReadAllText(path).Contains("\"kind\": \"code\"", StringComparison.Ordinal));

    private static readonly string Good = File.ReadAllText(GoodPath);

    private static readonly string Renamed = Good.Replace(Path.GetFileName(GoodPath)[..^".tool.json".Length], "bad", StringComparison.Ordinal);

    public static IEnumerable<object[]> Bad =>
    [
        ["empty", ""],
        ["blank", " \n\t "],
        ["truncated", Renamed[..(Renamed.Length / 2)]],
        ["truncated inside an escape", Renamed[..Renamed.IndexOf('\\', StringComparison.Ordinal)] + "\\u12"],
        ["byte order mark", "\uFEFF" + Renamed],
        ["10,000 arrays", new string('[', 10_000)],
        ["10,000 objects", string.Concat(Enumerable.Repeat("{\"a\":", 10_000))],
        ["array", "[]"],
        ["string", "\"x\""],
        ["null", "null"],
        ["number", "1"],
        ["duplicate key", "{ \"name\": \"bad\", \"name\": \"bad\" }"],
        ["duplicate key by escape", "{ \"name\": \"bad\", \"n\\u0061me\": \"bad\" }"],
        ["comment", "// x\n" + Renamed],
        ["trailing comma", Renamed.TrimEnd().TrimEnd('}') + ",}"],
        ["text behind the end", Renamed + "{}"],
        ["control character", "{ \"name\": \"b\u0001d\" }"],
        ["UTF-16 read as UTF-8", Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(Renamed))],
        ["huge number", "{ \"toolgen\": 1e999999999, \"name\": \"bad\" }"],
        ["9 MiB", Renamed.Replace("\"description\": \"", "\"description\": \"" + new string('x', 9 << 20), StringComparison.Ordinal)],
    ];

    [TestMethod]
    [DynamicData(nameof(Bad))]
    public void A_bad_file_gets_findings_and_leaves_its_neighbour_alone(string title, string text)
    {
        Assert.IsNotEmpty(title);
        var alone = GeneratorRun.Of((GoodPath, Good));
        var both = GeneratorRun.Of((GoodPath, Good), ("/specs/bad.tool.json", text));
        AssertRefused(both, "bad.tool.json");
        Assert.AreEqual(SourceOf(alone, GoodPath), SourceOf(both, GoodPath));
    }

    [TestMethod]
    public void A_file_of_a_hundred_megabytes_is_refused()
    {
        var run = GeneratorRun.Of([new GeneratorRun.MemoryText("/specs/bad.tool.json", SourceText.From("{\"a\":[" + new string('1', 100 << 20), Encoding.UTF8))]);
        AssertRefused(run, "bad.tool.json");
    }

    [TestMethod]
    public void A_value_of_the_wrong_type_in_any_field_is_a_finding_or_means_the_same()
    {
        string[] wrong = ["null", "true", "-1", "1.5", "\"x\"", "[]", "{}", "[[[]]]", "{\"x\":{}}"];
        var spec = JsonNode.Parse(Good)!;
        var runs = 0;
        foreach (var path in Paths(spec, []))
        {
            foreach (var value in wrong)
            {
                var copy = spec.DeepClone();
                Set(copy, path, JsonNode.Parse(value));
                var run = GeneratorRun.Of((GoodPath, copy.ToJsonString()));
                Assert.IsNull(run.Exception, $"/{string.Join('/', path)} = {value}");
                Assert.IsFalse(run.Diagnostics.Any(d => d.Id.StartsWith("TG9", StringComparison.Ordinal)), $"/{string.Join('/', path)} = {value}: {run.Diagnostics.FirstOrDefault()}");
                foreach (var source in run.GeneratedSources)
                    Assert.IsEmpty(source.SyntaxTree.GetDiagnostics().ToArray(), $"/{string.Join('/', path)} = {value}");
                runs++;
            }
        }

        Assert.IsGreaterThan(100, runs);
    }

    private static void AssertRefused(GeneratorRunResult run, string file)
    {
        Assert.IsNull(run.Exception);
        var own = run.Diagnostics.Where(d => d.Location.GetLineSpan().Path.EndsWith(file, StringComparison.Ordinal)).ToArray();
        Assert.IsTrue(own.Any(d => d.Severity == DiagnosticSeverity.Error), "no error stands in " + file);
        Assert.IsFalse(own.Any(d => d.Id.StartsWith("TG9", StringComparison.Ordinal)), own.FirstOrDefault()?.ToString());
    }

    private static string SourceOf(GeneratorRunResult run, string path)
    {
        var name = Path.GetFileName(path)[..^".tool.json".Length];
        return run.GeneratedSources.First(source => source.HintName.Contains(name, StringComparison.OrdinalIgnoreCase)
            || source.HintName.Contains(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).SourceText.ToString();
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] at)
    {
        if (at.Length > 0) yield return at;
        if (node is JsonObject members)
            foreach (var (key, value) in members)
                foreach (var path in Paths(value, [.. at, key])) yield return path;
        if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                foreach (var path in Paths(items[i], [.. at, i])) yield return path;
    }

    private static void Set(JsonNode root, object[] path, JsonNode? value)
    {
        foreach (var part in path[..^1]) root = (part is int index ? root[index] : root[(string)part])!;
        if (path[^1] is int last) root[last] = value;
        else root[(string)path[^1]] = value;
    }
}
