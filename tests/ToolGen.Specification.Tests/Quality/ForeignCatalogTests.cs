using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Specification.Tests.Quality;

/// <summary>How often the findings of quality come over tools that strangers wrote: each is counted, and warnings are rare.</summary>
[TestClass]
public sealed class ForeignCatalogTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Warnings_over_BFCL_are_rare()
    {
        var found = Found(Lines("data", "bfcl", "BFCL_v4_simple_python.json").Select(line => line["function"]![0]!).Select((function, i) => Spec($"f{i}", function)));
        this.Count("BFCL, 400 tools", found);
        AssertWarnings(0, found);
        Assert.IsLessThanOrEqualTo(160, found.Count(finding => finding.Id == "TG1057"));
    }

    [TestMethod]
    public void Warnings_over_the_classes_of_BFCL_are_rare()
    {
        var files = Directory.GetFiles(SharedData.Require("data", "bfcl", "multi_turn_func_doc"), "*.json").Order(StringComparer.Ordinal);
        var found = Found(files.SelectMany(file => File.ReadLines(file)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).Select((function, i) => Spec($"f{i}", function)));
        this.Count("BFCL, 162 methods", found);
        AssertWarnings(0, found);
    }

    [TestMethod]
    public void Warnings_over_Seal_Tools_are_rare()
    {
        var found = Found(Lines("data", "seal-tools", "tool.jsonl").Select((tool, i) => Spec($"f{i}", new JsonObject
        {
            ["description"] = tool["api_description"]!.DeepClone(),
            ["parameters"] = new JsonObject { ["type"] = "object", ["properties"] = tool["parameters"]!.DeepClone(), ["required"] = tool["required"]?.DeepClone() ?? new JsonArray() },
        })));
        this.Count("Seal-Tools, 4,076 tools", found);
        AssertWarnings(0, found);
    }

    [TestMethod]
    public void Specs_of_the_repository_and_the_templates_have_no_warning()
    {
        var files = new[] { Path.Combine("tests", "Specs"), "templates", "src" }.SelectMany(folder => Directory.GetFiles(Path.Combine(SharedData.Repository, folder), "*.tool.json", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var found = Found(files.Select(path => new SourceText(Path.GetFileName(path), File.ReadAllText(path))));
        this.Count($"repository, {files.Length} specs", found);
        AssertWarnings(0, found);
    }

    [TestMethod]
    public void Shared_specs_have_no_warning()
    {
        var found = Found(Directory.GetFiles(SharedData.Require("specs"), "*.tool.json").Select(path => new SourceText(Path.GetFileName(path), File.ReadAllText(path))));
        this.Count("shared, 27 specs", found);
        AssertWarnings(0, found);
    }

    [TestMethod]
    public void Tools_alike_are_few_in_a_large_catalog()
    {
        var tools = Lines("data", "seal-tools", "tool.jsonl").Select(tool => new CatalogEntry((string)tool["api_name"]!, (string)tool["api_description"]!, Place.Of(new SourceText(tool["api_name"] + ".tool.json", "{}"), default))).ToArray();
        var found = ToolsAlike.Find(tools);
        this.Count($"Seal-Tools, first 2,000 of {tools.Length} tools", found);
        Assert.IsLessThanOrEqualTo(600, found.Count);
        AssertWarnings(0, found);
    }

    private static IEnumerable<JsonNode> Lines(params string[] path) => File.ReadLines(SharedData.Require(path)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);

    private static SourceText Spec(string name, JsonNode function) => new(name + ".tool.json", $$"""
        { "name": "{{name}}", "description": {{function["description"]!.ToJsonString()}},
          "inputSchema": {{function["parameters"]!.ToJsonString()}}, "outputSchema": { "type": "object" } }
        """);

    private static List<Finding> Found(IEnumerable<SourceText> specs) =>
        [.. specs.Select(spec => SpecReader.Read(SpecFixer.Fix(spec).Spec)).Where(reading => reading.Spec is not null).SelectMany(reading => SpecQuality.Find(reading.Spec!))];

    private static void AssertWarnings(int most, IReadOnlyList<Finding> found)
    {
        var warnings = found.Where(finding => finding.Severity == FindingSeverity.Warning).ToArray();
        Assert.IsLessThanOrEqualTo(most, warnings.Length, string.Join("\n", warnings.Take(60)));
    }

    private void Count(string what, IReadOnlyList<Finding> found)
    {
        foreach (var group in found.GroupBy(finding => finding.Id).OrderBy(group => group.Key)) this.TestContext.WriteLine($"{what}: {group.Key} {group.Count()}; {string.Join(" | ", group.Take(4).Select(finding => finding.Message))}");
    }
}
