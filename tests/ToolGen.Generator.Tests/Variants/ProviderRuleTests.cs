using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.TestSupport.Variants;

namespace ToolGen.Generator.Tests.Variants;

/// <summary>Schemas at the edges of what providers take; <see cref="VariantTool"/> asserts that they do, and that calls come back.</summary>
[TestClass]
public sealed class ProviderRuleTests
{
    [TestMethod]
    public void Optional_properties_beyond_the_limit_are_text() =>
        ComesBack($$"""{ "type": "object", "properties": { {{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"\"p{i}\": {{ \"type\": \"integer\" }}"))}} } }""", """{ "p3": 1, "p39": 2 }""");

    [TestMethod]
    public void Objects_deeper_than_the_limit_are_text()
    {
        var schema = string.Concat(Enumerable.Repeat("{ \"type\": \"object\", \"properties\": { \"a\": ", 20)) + "{ \"type\": \"null\" }" + string.Concat(Enumerable.Repeat(" } }", 20));
        ComesBack(schema, string.Concat(Enumerable.Repeat("{\"a\":", 20)) + "null" + new string('}', 20));
    }

    [TestMethod]
    public void Long_enums_are_left_out() =>
        ComesBack($$"""{ "type": "object", "properties": { "e": { "type": "string", "enum": [{{string.Join(", ", Enumerable.Range(0, 3_000).Select(i => $"\"value{i}\""))}}] } } }""", """{ "e": "value7" }""");

    [TestMethod]
    public void Thousands_of_properties_are_text() =>
        ComesBack($$"""{ "type": "object", "properties": { {{string.Join(", ", Enumerable.Range(0, 5_100).Select(i => $"\"p{i}\": {{ \"type\": \"integer\" }}"))}} } }""", """{ "p3": 1 }""");

    [TestMethod]
    public void Schemas_that_would_double_at_each_level_end()
    {
        var definitions = string.Join(", ", Enumerable.Range(0, 40).Select(i => $$"""
            "d{{i}}": { "type": "object", "properties": { "a": { "allOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "type": "object" }] }, "b": { "allOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "type": "object" }] } } }
            """));
        ComesBack($$"""{ "type": "object", "properties": { "x": { "$ref": "#/$defs/d0" } }, "$defs": { {{definitions}}, "d40": { "type": "object" } } }""", """{ "x": { "a": { "b": {} } } }""");
    }

    [TestMethod]
    [DataRow(100)]
    [DataRow(2_000)]
    public void Chains_of_references_end(int length)
    {
        var definitions = string.Join(", ", Enumerable.Range(0, length).Select(i => $$"""
            "d{{i}}": { "anyOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "type": "array", "items": { "$ref": "#/$defs/d{{i + 1}}" } }] }
            """));
        var schema = $$"""{ "type": "object", "properties": { "x": { "$ref": "#/$defs/d0" } }, "$defs": { {{definitions}}, "d{{length}}": { "type": "string" } } }""";

        // No value of the long one can be checked: it counts as too deep.
        if (length > 512) Assert.IsNotNull(VariantTool.Of(schema));
        else ComesBack(schema, """{ "x": "s" }""");
    }

    [TestMethod]
    [DataRow("""{ "type": "object", "properties": { "x": { "anyOf": [{ "type": "object", "properties": { "a": { "type": "integer" } } }, { "type": "object", "properties": { "a": { "type": "string" } } }] } } }""", """{ "x": { "a": "s" } }""")]
    [DataRow("""{ "type": "object", "properties": { "x": { "$ref": "#" }, "n": { "type": ["integer", "null"] } } }""", """{ "x": { "x": {}, "n": null } }""")]
    [DataRow("""{ "type": "object", "properties": { "x": { "anyOf": [{ "type": "object", "additionalProperties": { "type": "integer" } }, { "type": "array", "items": { "type": "object" } }] } } }""", """{ "x": [{ "a": 1 }] }""")]
    [DataRow("""{ "type": "object", "properties": { "a b": { "type": "integer" }, "a_b": { "type": "string" }, "a/b": { "type": "boolean" } } }""", """{ "a b": 1, "a_b": "s", "a/b": true }""")]
    [DataRow("""{ "type": "object", "anyOf": [{ "properties": { "a": { "type": "integer" } }, "required": ["a"] }, { "properties": { "b": {} }, "required": ["b"] }] }""", """{ "b": [null] }""")]
    [DataRow("""{ "type": "object", "additionalProperties": true }""", """{ "name": { "value": null } }""")]
    [DataRow("""{ "type": "object", "properties": { "s": { "type": "string", "pattern": "b$" }, "t": { "type": "string", "pattern": "^a|b$" }, "u": { "type": "string", "pattern": "^\\S+$" } } }""", """{ "s": "ab", "t": "bb", "u": "x" }""")]
    public void Edge_is_said_and_comes_back(string schema, string call) => ComesBack(schema, call);

    private static void ComesBack(string schema, string call)
    {
        var tool = VariantTool.Of(schema);
        Assert.IsNotNull(tool, "the schema has no error");
        var value = JsonReader.Read("call.json", Encoding.UTF8.GetBytes(call)).Root!;
        Assert.IsEmpty(SchemaInterpreter.Check(tool.Input, value));
        tool.ComesBack(value);
    }
}
