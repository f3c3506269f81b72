using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>Schemas made to hold up a compiler, and values made to hold up a call: each ends, in a finding or in an error.</summary>
[TestClass]
public sealed class HostileSchemaTests
{
    [TestMethod]
    [DataRow("""{ "$ref": "#/$defs/a", "$defs": { "a": { "allOf": [{ "$ref": "#/$defs/b" }] }, "b": { "not": { "$ref": "#/$defs/a" } } } }""")]
    [DataRow("""{ "anyOf": [{ "type": "null" }, { "$ref": "#" }] }""")]
    [DataRow("""{ "if": { "$ref": "#" } , "then": true }""")]
    [DataRow("""{ "dependentSchemas": { "a": { "$ref": "#" } } }""")]
    [DataRow("""{ "$dynamicAnchor": "a", "$dynamicRef": "#a" }""")]
    [DataRow("""{ "$anchor": "a", "oneOf": [{ "$ref": "#a" }] }""")]
    public void Refuses_a_circle_at_the_same_value(string schema) => Assert.AreEqual("TG1008", Read.Schema(schema).Findings.Single().Id);

    [TestMethod, Timeout(30_000, CooperativeCancellation = true)]
    public void Ends_where_only_the_dynamic_scope_closes_the_circle()
    {
        const string Schema = """
            { "$id": "https://a.example/root", "$dynamicAnchor": "x", "$ref": "inner",
              "$defs": { "inner": { "$id": "inner", "$dynamicRef": "#x", "$defs": { "b": { "$dynamicAnchor": "x" } } } } }
            """;
        Assert.AreEqual(" limit", Read.Places(Schema, "1"));
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("anyOf", false)]
    [DataRow("oneOf", false)]
    [DataRow("allOf", true)]
    public void Ends_before_all_ways_through_nested_alternatives_are_gone(string keyword, bool leaf)
    {
        var levels = string.Join(",", Enumerable.Range(0, 40).Select(i => $$""" "d{{i}}": { "{{keyword}}": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "$ref": "#/$defs/d{{i + 1}}" }] } """));
        var schema = $$"""{ "$ref": "#/$defs/d0", "$defs": { {{levels}}, "d40": {{(leaf ? "true" : "false")}} } }""";
        Assert.AreEqual(" limit", Read.Places(schema, "1"));
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    public void Tells_once_that_defaults_and_examples_cost_too_much()
    {
        var levels = string.Join(",", Enumerable.Range(0, 40).Select(i => $$""" "d{{i}}": { "anyOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "$ref": "#/$defs/d{{i + 1}}" }] } """));
        var values = string.Join(",", Enumerable.Range(0, 1_000));
        var (plan, findings) = Read.Schema($$"""{ "properties": { "a": { "$ref": "#/$defs/d0", "enum": [{{values}}] } }, "$defs": { {{levels}}, "d40": false } }""");
        Assert.IsNull(plan);
        Assert.AreEqual("TG1011", findings.Single().Id);
    }

    [TestMethod]
    public void Refuses_a_schema_of_ten_thousand_properties()
    {
        var properties = string.Join(",", Enumerable.Range(0, 10_001).Select(i => $"\"p{i}\":{{}}"));
        Assert.AreEqual("TG1020", Read.Schema($$"""{ "properties": { {{properties}} } }""").Findings.Single().Id);
    }

    [TestMethod]
    public void Refuses_more_states_of_patterns_than_can_be_kept()
    {
        var patterns = string.Join(",", Enumerable.Range(0, 200).Select(i => $$"""{ "pattern": "{{i}}[a-z]{1000}" }"""));
        Assert.AreEqual("TG1020", Read.Schema($$"""{ "allOf": [{{patterns}}] }""").Findings.Single().Id);
    }

    [TestMethod, Timeout(30_000, CooperativeCancellation = true)]
    public void Matches_what_holds_up_a_backtracking_engine()
    {
        Assert.AreEqual(" pattern", Read.Places("""{ "pattern": "^(a+)+$" }""", "\"" + new string('a', 100_000) + "!\""));
        Assert.AreEqual("TG1106", Read.Schema("""{ "pattern": "^((a{1,100}){1,100}){1,100}$" }""").Findings.Single().Id);
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    public void Counts_what_comparing_costs()
    {
        var alternatives = string.Join(",", Enumerable.Range(0, 5_000).Select(i => $$"""{ "const": [{{i}}] }"""));
        var value = "[" + string.Join(",", Enumerable.Repeat("[1]", 50_000)) + "]";
        Assert.AreEqual(" limit", Read.Places($$"""{ "anyOf": [{{alternatives}}] }""", value));
    }

    [TestMethod]
    public void A_value_of_many_elements_is_no_attack()
    {
        var value = "[" + string.Join(",", Enumerable.Repeat("1", 1_000_000)) + "]";
        Assert.AreEqual("", Read.Places("""{ "items": { "anyOf": [{ "type": "string" }, { "type": "integer" }] }, "unevaluatedItems": false }""", value));
    }
}
