using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>Schemas and arguments made to hold up a call: it ends as an error.</summary>
[TestClass]
public sealed class HostileCallTests
{
    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("anyOf", "false")]
    [DataRow("oneOf", "false")]
    [DataRow("allOf", "true")]
    public async Task Ends_before_all_ways_through_nested_alternatives_are_gone(string keyword, string leaf)
    {
        var levels = string.Join(",", Enumerable.Range(0, 40).Select(i => $$""" "d{{i}}": { "{{keyword}}": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "$ref": "#/$defs/d{{i + 1}}" }] } """));
        var tool = CompiledTool.Load(Specs.Reads("""{ "$ref": "#/$defs/d0" }""", $"{levels}, \"d40\": {leaf}"));
        Assert.AreEqual("invalid_input /v", await tool.Answer("""{"v":1}"""));
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    public async Task Trying_alternatives_over_a_long_list_costs_no_place_for_each_failure()
    {
        var tool = CompiledTool.Load(Specs.Reads("""{ "type": "array", "items": { "anyOf": [{ "type": "string" }, { "type": "array" }, { "type": "integer" }] } }"""));
        Assert.AreEqual("""{"ok":true}""", await tool.Answer($$"""{"v":[{{string.Join(",", Enumerable.Repeat("1", 200_000))}}]}"""));
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    public async Task Counts_what_comparing_costs()
    {
        var alternatives = string.Join(",", Enumerable.Range(0, 2_000).Select(i => $$"""{ "const": [{{i}}] }"""));
        var tool = CompiledTool.Load(Specs.Reads($$"""{ "anyOf": [{{alternatives}}] }"""));
        Assert.AreEqual("invalid_input /v", await tool.Answer($$"""{"v":[{{string.Join(",", Enumerable.Repeat("[1]", 50_000))}}]}"""));
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    public async Task Thousands_of_properties_are_checked_without_a_type()
    {
        var tool = CompiledTool.Load(Specs.Reads($$"""{ "type": "object", "properties": { {{string.Join(",", Enumerable.Range(0, 9_000).Select(i => $"\"p{i}\":{{\"type\":\"integer\"}}"))}} } }"""));
        Assert.AreEqual("""{"ok":true}""", await tool.Answer("""{"v":{"p8999":1}}"""));
        Assert.AreEqual("invalid_input /v/p1; invalid_input /v/q", await tool.Answer("""{"v":{"p1":"x","q":1}}"""));
    }

    [TestMethod]
    public async Task Alternatives_nested_as_deep_as_JSON_can_be_are_printed_and_read()
    {
        var schema = string.Concat(Enumerable.Repeat("""{ "allOf": [ """, 55)) + """{ "type": "integer" }""" + string.Concat(Enumerable.Repeat("] }", 55));
        var tool = CompiledTool.Load(Specs.Reads(schema));
        Assert.AreEqual("""{"ok":true}""", await tool.Answer("""{"v":1}"""));
        Assert.AreEqual("invalid_input /v", await tool.Answer("""{"v":"a"}"""));
    }
}
