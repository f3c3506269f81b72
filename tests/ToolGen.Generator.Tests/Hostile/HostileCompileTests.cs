using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>Schemas made to hold up or to bring down the compiler: each becomes a tool of bounded size, or a finding, in bounded time and memory.</summary>
[TestClass]
public sealed class HostileCompileTests
{
    private const long MostAllocated = 2L << 30;
    private const int LongestSource = 8 << 20;

    private static IEnumerable<object[]> Schemas =>
    [
        ["a circle of 5,000 references", """{ "$ref": "#/$defs/d0" }""", Chain(5_000, i => $$"""{ "$ref": "#/$defs/d{{(i + 1) % 5_000}}" }"""), "TG1008"],
        ["a chain of 4,000 references", """{ "$ref": "#/$defs/d0" }""", Chain(4_000, i => i == 3_999 ? """{ "type": "integer" }""" : $$"""{ "$ref": "#/$defs/d{{i + 1}}" }"""), ""],
        ["a chain of 3,000 alternatives", """{ "$ref": "#/$defs/d0" }""", Chain(3_000, i => i == 2_999 ? """{ "type": "integer" }""" : $$"""{ "anyOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "type": "boolean" }] }"""), ""],
        ["a chain of 2,000 objects", """{ "$ref": "#/$defs/d0" }""", Chain(2_000, i => i == 1_999 ? """{ "type": "integer" }""" : $$"""{ "type": "object", "properties": { "next": { "$ref": "#/$defs/d{{i + 1}}" } } }"""), ""],
        ["a chain of 2,000 lists", """{ "$ref": "#/$defs/d0" }""", Chain(2_000, i => i == 1_999 ? """{ "type": "integer" }""" : $$"""{ "type": "array", "items": { "$ref": "#/$defs/d{{i + 1}}" } }"""), ""],
        ["2 to the power of 40 alternatives", """{ "$ref": "#/$defs/d0" }""", Chain(41, i => i == 40 ? "false" : $$"""{ "anyOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "$ref": "#/$defs/d{{i + 1}}" }] }"""), ""],
        ["10,000 properties", $$"""{ "type": "object", "properties": { {{Many(9_990, i => $$""" "p{{i}}": {} """)}} } }""", "", ""],
        ["more than 10,000 properties", $$"""{ "type": "object", "properties": { {{Many(10_010, i => $$""" "p{{i}}": {} """)}} } }""", "", "TG1020"],
        ["1,000 patterns with exponential tables", $$"""{ "anyOf": [ {{Many(1_000, i => $$"""{ "pattern": "{{i}}[ab]*a[ab]{12}$" }""")}} ] }""", "", ""],
        ["patterns of all letters", $$"""{ "anyOf": [ {{Many(1_500, i => $$"""{ "pattern": "[\\p{L}{{(char)(0x2200 + i)}}]" }""")}} ] }""", "", "TG1020"],
        ["repetitions of repetitions", """{ "pattern": "^(((a{1,99}){1,99}){1,99}){1,99}$" }""", "", "TG1106"],
    ];

    [TestMethod, Timeout(120_000, CooperativeCancellation = true)]
    [DynamicData(nameof(Schemas))]
    public void Ends_as_a_tool_or_a_finding(string name, string schema, string definitions, string finding)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = SpecReader.Read(new SourceText("sample.tool.json", Specs.Reads(schema, definitions)));
        var source = reading.Spec is { } spec ? ToolSource.Generate(spec, new GenerationOptions()).Source : "";

        Assert.AreEqual(finding, string.Join(" ", reading.Findings.Where(one => one.Severity == FindingSeverity.Error).Select(one => one.Id).Distinct()), name);
        Assert.AreEqual(finding.Length == 0, source.Length > 0, name);
        Assert.IsLessThan(LongestSource, source.Length, name);
        Assert.IsLessThan(MostAllocated, GC.GetAllocatedBytesForCurrentThread() - before, name);
    }

    private static string Chain(int count, Func<int, string> definition) => Many(count, i => $"\"d{i}\": {definition(i)}");

    private static string Many(int count, Func<int, string> each) => string.Join(", ", Enumerable.Range(0, count).Select(each));
}
