using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Kinds;

[TestClass]
public sealed class EffectiveCapabilitiesTests
{
    private const string Clock = """{"kind": "transform", "parse": "lines", "result": {"n": "now.Year"}}""";
    private const string Pure = """{"kind": "transform", "parse": "lines", "result": {"n": 1}}""";
    private const string Body = """{"kind": "code", "body": "return new(1);"}""";

    [TestMethod]
    [DataRow(Clock, "", "clock", "")]
    [DataRow(Pure, "", "", "")]
    [DataRow(Clock, "\"capabilities\": [\"clock\"],", "clock", "")]
    [DataRow(Pure, "\"capabilities\": [],", "", "")]
    [DataRow(Pure, "\"capabilities\": [\"read data/**\"],", "read data/**", "TG6041 \"read data/**\"")]
    [DataRow(Clock, "\"capabilities\": [\"clock\", \"clock\"],", "clock; clock", "TG6042 \"clock\"")]
    [DataRow(Body, "\"capabilities\": [\"read data/**\", \"http GET https://API.example\"],", "read data/**; http GET https://api.example/", "")]
    [DataRow(Body, "\"capabilities\": [\"read data/a\", \"read data/**\"],", "read data/a; read data/**", "TG6042 \"read data/a\"")]
    [DataRow(Body, "\"capabilities\": [\"http * https://api.example/**\"],", "http * https://api.example/**", "TG6044 \"http * https://api.example/**\"")]
    public void The_written_lines_or_the_derived_ones_are_in_force(string implementation, string more, string effective, string findings)
    {
        var text = Text(implementation, more);
        var generated = Generate(text);
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings));
        Assert.AreEqual(effective, string.Join("; ", generated.Capabilities));
        Assert.AreEqual(findings, Shown(text, generated));
    }

    [TestMethod]
    [DataRow("[]", "[\"clock\"]")]
    [DataRow("[\"random\"]", "[\"random\", \"clock\"]")]
    public void What_is_not_covered_is_an_error_with_the_line_to_add(string list, string mended)
    {
        var text = Text(Clock, $"\"capabilities\": {list},");
        var generated = Generate(text);
        Assert.IsTrue(generated.IsFallback);
        var finding = generated.Findings.Single(finding => finding.Id == FindingCatalog.CapabilityUncovered.Id);
        Assert.AreEqual(list, text.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
        StringAssert.Contains(Apply(text, finding), mended);
        Assert.IsFalse(Generate(Apply(text, finding)).IsFallback);
    }

    [TestMethod]
    public void A_line_that_nothing_needs_can_be_taken_out()
    {
        var text = Text(Clock, "\"capabilities\": [\"clock\", \"sql shop read\"],");
        var finding = Generate(text).Findings.Single();
        StringAssert.Contains(Apply(text, finding), "[\"clock\"]");
    }

    [TestMethod]
    [DataRow("\"write out/*\"", "readOnlyHint", true, "TG6045 true")]
    [DataRow("\"write out/*\"", "destructiveHint", false, "TG6045 false")]
    [DataRow("\"write out/*\"", "idempotentHint", true, "TG6045 true")]
    [DataRow("\"http GET https://api.example/x\"", "openWorldHint", false, "TG6045 false")]
    [DataRow("\"http GET https://api.example/x\"", "readOnlyHint", true, "")]
    [DataRow("\"read data/**\"", "readOnlyHint", false, "")]
    [DataRow("\"read data/**\"", "openWorldHint", true, "")]
    [DataRow("\"sql shop write\"", "readOnlyHint", true, "TG6045 true")]
    [DataRow("\"tool other\"", "readOnlyHint", true, "TG6045 true")]
    public void A_looser_hint_is_told_and_not_published(string line, string hint, bool value, string findings)
    {
        var word = value ? "true" : "false";
        var text = Text(Body, $"\"capabilities\": [{line}], \"annotations\": {{\"{hint}\": {word}}},");
        var generated = Generate(text);
        Assert.AreEqual(findings, Shown(text, generated));
        StringAssert.Contains(generated.Source, $"\\\"{hint}\\\":{(findings.Length == 0 ? word : value ? "false" : "true")}");
        foreach (var finding in generated.Findings) Assert.AreEqual(0, Generate(Apply(text, finding)).Findings.Count);
    }

    [TestMethod]
    public void Derived_lines_make_the_hints_too()
    {
        StringAssert.Contains(Generate(Text(Clock, "")).Source, "\\\"readOnlyHint\\\":true");
        StringAssert.Contains(Generate(Text(Body, "\"capabilities\": [\"write out/*\"],")).Source, "\\\"readOnlyHint\\\":false");
    }

    private static string Text(string implementation, string more) => $$$$"""
        {"name": "sample", "description": "A sample.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]},
        "outputSchema": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}, {{{{more}}}}
        "implementation": {{{{implementation}}}}, "examples": [{"input": {"text": ""}, "output": "?"}]}
        """;

    private static GeneratedTool Generate(string text)
    {
        var reading = SpecReader.Read(new SourceText("sample.tool.json", text));
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return ToolSource.Generate(reading.Spec, new GenerationOptions());
    }

    private static string Shown(string text, GeneratedTool generated) =>
        string.Join("; ", generated.Findings.Select(finding => $"{finding.Id} {text.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}"));

    private static string Apply(string text, Finding finding)
    {
        var edits = new TextEdits();
        Assert.IsTrue(edits.TryAdd(finding.Fix ?? throw new InvalidOperationException("no fix")));
        return edits.Apply(text);
    }
}
