using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>Objects and tuples of a tool are closed unless they say otherwise, and what is published says so (SPEC §2).</summary>
[TestClass]
public sealed class SchemaClosingTests
{
    private const string Person = "\"$defs\":{\"person\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}";

    [TestMethod]
    public void Properties_of_several_schemas_are_closed_outermost() =>
        Publishes(
            """{"type":"object","properties":{"p":{"$ref":"#/$defs/person","properties":{"age":{"type":"integer"}}}},""" + Person + "}}}",
            """{"type":"object","properties":{"p":{"$ref":"#/$defs/person","properties":{"age":{"type":"integer"}},"unevaluatedProperties":false}},""" + Person + """}},"additionalProperties":false}""");

    [TestMethod]
    public void A_schema_that_others_add_to_stays_open_and_is_closed_where_it_stands_alone() =>
        Publishes(
            """{"type":"object","properties":{"p":{"allOf":[{"$ref":"#/$defs/person"},{"properties":{"age":true}}]},"q":{"$ref":"#/$defs/person"}},""" + Person + "}}}",
            """{"type":"object","properties":{"p":{"allOf":[{"$ref":"#/$defs/person"},{"properties":{"age":true}}],"unevaluatedProperties":false},"q":{"$ref":"#/$defs/person","unevaluatedProperties":false}},""" + Person + """}},"additionalProperties":false}""");

    [TestMethod]
    public void Each_case_of_a_union_is_closed_by_itself() =>
        Publishes(
            """{"type":"object","properties":{"p":{"anyOf":[{"$ref":"#/$defs/person"},{"type":"null"}]}},""" + Person + "}}}",
            """{"type":"object","properties":{"p":{"anyOf":[{"$ref":"#/$defs/person"},{"type":"null"}]}},""" + Person + ""","additionalProperties":false}},"additionalProperties":false}""");

    [TestMethod]
    public void A_tuple_has_all_its_elements_and_no_more() =>
        Publishes(
            """{"type":"object","properties":{"t":{"type":"array","prefixItems":[true,true]}}}""",
            """{"type":"object","properties":{"t":{"type":"array","prefixItems":[true,true],"minItems":2,"items":false}},"additionalProperties":false}""");

    [TestMethod]
    [DataRow("""{"type":"object","properties":{"t":{"type":"array","prefixItems":[true],"minItems":0}},"additionalProperties":true}""")]
    [DataRow("""{"type":"object","properties":{"t":{"type":"array","prefixItems":[true],"items":{"type":"string"}}},"additionalProperties":true}""")]
    [DataRow("""{"type":"object","properties":{"o":{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":true}},"unevaluatedProperties":true}""")]
    public void What_says_how_open_it_is_stays_so(string schema) => Publishes(schema, schema);

    [TestMethod]
    public void The_closed_object_takes_what_any_of_its_schemas_names()
    {
        const string Schema = """{ "type": "object", "properties": { "a": true }, "allOf": [{ "properties": { "b": true } }], "if": { "required": ["a"] }, "then": { "properties": { "c": true } } }""";
        Assert.AreEqual("", Read.Places(Schema, """{ "a": 1, "b": 2, "c": 3 }""", SchemaUse.Input));
        Assert.AreEqual("/c unevaluatedProperties", Read.Places(Schema, """{ "b": 2, "c": 3 }""", SchemaUse.Input));
    }

    private static void Publishes(string schema, string expected)
    {
        var published = PublishedSchema.Write(Read.Plan(schema, SchemaUse.Input));
        Assert.AreEqual(expected, published);
        Assert.AreEqual(published, PublishedSchema.Write(Read.Plan(published, SchemaUse.Input)), "what is published means the same");
    }
}
