using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

[TestClass]
public sealed class SchemaInterpreterTests
{
    private const string Person = """
        { "type": "object", "required": ["name", "age"],
          "properties": { "name": { "type": "string", "maxLength": 5 }, "age": { "type": "integer", "minimum": 0 }, "unit": { "enum": ["celsius", "fahrenheit"] } } }
        """;

    [TestMethod]
    public void Finds_every_violation_at_its_own_pointer() =>
        Assert.AreEqual("/age required; /name maxLength; /unit enum; /nmae additionalProperties", Read.Places(Person, """{ "name": "abcdef", "unit": "kelvin", "nmae": 1 }""", SchemaUse.Input));

    [TestMethod]
    [DataRow("""{ "type": "integer" }""", "\"12\"", "12")]
    [DataRow("""{ "type": "integer" }""", "\"1.5\"", null)]
    [DataRow("""{ "type": "number" }""", "\" 1.5 \"", "1.5")]
    [DataRow("""{ "type": "boolean" }""", "\"True\"", "true")]
    [DataRow("""{ "type": ["integer", "null"] }""", "\"None\"", "null")]
    [DataRow("""{ "type": "string" }""", "12.50", "\"12.50\"")]
    [DataRow("""{ "type": "array", "items": { "type": "string" } }""", "\"a\"", "[\"a\"]")]
    [DataRow("""{ "type": "array" }""", "\"a\"", "[\"a\"]")]
    [DataRow("""{ "type": "array", "items": { "type": "string", "enum": ["x"] } }""", "\"a\"", null)]
    [DataRow("""{ "type": "integer", "maximum": 9 }""", "\"12\"", null)]
    [DataRow("""{ "enum": ["celsius", "fahrenheit"] }""", "\"Celcius\"", "\"celsius\"")]
    [DataRow("""{ "enum": ["asc", "desc"] }""", "\"up\"", null)]
    [DataRow("""{ "enum": [1, 2] }""", "\"2\"", "2")]
    [DataRow("""{ "const": "v1" }""", "\"v2\"", "\"v1\"")]
    public void Corrects_what_is_obvious_and_nothing_else(string schema, string value, string? correction)
    {
        var violation = Read.Check(schema, value).Single();
        Assert.AreEqual(correction, violation.Correction);
        if (correction is not null) Assert.IsEmpty(Read.Check(schema, correction));
    }

    [TestMethod]
    public void Names_the_property_that_was_probably_meant()
    {
        var violation = Read.Check(Person, """{ "name": "a", "Age": 3 }""", SchemaUse.Input).Single(one => one.Keyword == "additionalProperties");
        Assert.AreEqual("\"age\"", violation.Correction);
        Assert.AreEqual("name, age, unit", violation.Allowed);
    }

    [TestMethod]
    public void Never_offers_a_name_that_is_there_already() =>
        Assert.IsNull(Read.Check(Person, """{ "name": "a", "age": 3, "ages": 3 }""", SchemaUse.Input).Single().Correction);

    [TestMethod]
    [DataRow("""{ "maximum": 9007199254740992 }""", "9007199254740993", "maximum")]
    [DataRow("""{ "exclusiveMinimum": 0.1 }""", "0.1000000000000000000000", "exclusiveMinimum")]
    [DataRow("""{ "minimum": 1e9999 }""", "1e9998", "minimum")]
    [DataRow("""{ "multipleOf": 0.01 }""", "19.999", "multipleOf")]
    [DataRow("""{ "type": "integer" }""", "1.0000000000000000000000001", "type")]
    [DataRow("""{ "type": "number", "format": "decimal" }""", "79228162514264337593543950336", "format")]
    [DataRow("""{ "type": "number", "format": "decimal" }""", "1e-29", "format")]
    [DataRow("""{ "type": "integer", "format": "big" }""", "12e9999", "format")]
    public void Compares_numbers_exactly(string schema, string value, string keyword) =>
        Assert.AreEqual(" " + keyword, Read.Places(schema, value));

    [TestMethod]
    [DataRow("""{ "multipleOf": 0.01 }""", "19.99")]
    [DataRow("""{ "multipleOf": 0.0001 }""", "1e9999")]
    [DataRow("""{ "type": "integer" }""", "1e400")]
    [DataRow("""{ "enum": [1] }""", "1.0")]
    [DataRow("""{ "type": "number", "format": "decimal" }""", "79228162514264337593543950335")]
    [DataRow("""{ "maxLength": 1 }""", "\"😀\"")]
    [DataRow("""{ "pattern": "^.$" }""", "\"😀\"")]
    public void Accepts_what_is_within(string schema, string value) => Assert.AreEqual("", Read.Places(schema, value));

    [TestMethod]
    [DataRow("""[1, "1", true, 1.0]""", "must not repeat an item: 3 equals 0")]
    [DataRow("""[{"a":1,"b":[2]}, {"b":[2.0],"a":1}]""", "must not repeat an item: 1 equals 0")]
    public void Finds_items_that_are_equal_by_value(string value, string message) =>
        Assert.AreEqual(message, Read.Check("""{ "uniqueItems": true }""", value).Single().Message);

    [TestMethod]
    public void Finds_repeats_among_many_items_in_time()
    {
        var items = string.Join(",", Enumerable.Range(0, 200_000).Select(i => $"{{\"n\":{i}}}"));
        Assert.IsEmpty(Read.Check("""{ "uniqueItems": true }""", "[" + items + "]"));
    }

    [TestMethod]
    public void Stops_after_a_hundred_violations() =>
        Assert.HasCount(SchemaInterpreter.MaxViolations, Read.Check("""{ "items": { "type": "string" } }""", "[" + string.Join(",", Enumerable.Repeat("1", 5_000)) + "]"));

    [TestMethod]
    public void Cuts_what_was_given_to_a_hundred_characters() =>
        Assert.AreEqual(100, Read.Check("""{ "type": "integer" }""", "\"" + new string('x', 5_000) + "\"").Single().Given!.Length);

    [TestMethod]
    public void Walks_a_recursive_schema()
    {
        const string Tree = """{ "type": "object", "required": ["v"], "properties": { "v": { "type": "integer" }, "kids": { "type": "array", "items": { "$ref": "#" } } } }""";
        Assert.AreEqual("/kids/0/kids/0/v required", Read.Places(Tree, """{ "v": 1, "kids": [{ "v": 2, "kids": [{}] }] }""", SchemaUse.Input));
    }

    [TestMethod]
    public void Escapes_names_in_pointers() =>
        Assert.AreEqual("/a~1b~0c type", Read.Places("""{ "properties": { "a/b~c": { "type": "string" } } }""", """{ "a/b~c": 1 }"""));

    [TestMethod]
    public void Ignores_members_that_a_record_does_not_name() =>
        Assert.AreEqual("", Read.Places("""{ "type": "object", "properties": { "a": { "type": "integer" } } }""", """{ "a": 1, "b": 2 }""", SchemaUse.Record));
}
