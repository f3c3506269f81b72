using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
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
        var functions = File.ReadLines(SharedData.Require("data", "bfcl", "BFCL_v4_simple_python.json")).Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("function")[0]).ToArray();
        var found = new List<Finding>();
        for (var i = 0; i < functions.Length; i++)
        {
            var spec = $$"""
                { "name": "f{{i}}", "description": {{functions[i].GetProperty("description").GetRawText()}},
                  "inputSchema": {{functions[i].GetProperty("parameters").GetRawText()}}, "outputSchema": { "type": "object" } }
                """;
            var mended = SpecFixer.Fix(new SourceText($"f{i}.tool.json", spec)).Spec;
            found.AddRange(SpecQuality.Review(SpecReader.Read(mended)).Findings.Where(finding => string.CompareOrdinal(finding.Id, "TG1050") >= 0 && string.CompareOrdinal(finding.Id, "TG1059") < 0));
        }

        this.Count($"BFCL, {functions.Length} tools", found);
        Assert.IsLessThanOrEqualTo(functions.Length / 20, found.Count(finding => finding.Severity == FindingSeverity.Warning), string.Join("\n", found.Where(finding => finding.Severity == FindingSeverity.Warning).Take(40)));
    }

    [TestMethod]
    public void Tools_alike_are_few_in_a_large_catalog()
    {
        var tools = File.ReadLines(SharedData.Require("data", "seal-tools", "tool.jsonl")).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(tool => new CatalogEntry(tool.GetProperty("api_name").GetString()!, tool.GetProperty("api_description").GetString()!, Place.Of(new SourceText(tool.GetProperty("api_name").GetString() + ".tool.json", "{}"), default))).ToArray();
        var found = ToolsAlike.Find(tools);
        this.Count($"Seal-Tools, first 2,000 of {tools.Length} tools", found);
        Assert.IsLessThanOrEqualTo(600, found.Count);
    }

    private void Count(string what, IReadOnlyList<Finding> found)
    {
        foreach (var group in found.GroupBy(finding => finding.Id).OrderBy(group => group.Key)) this.TestContext.WriteLine($"{what}: {group.Key} {group.Count()}; {string.Join(" | ", group.Take(4).Select(finding => finding.Message))}");
    }
}
