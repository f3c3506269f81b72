using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

[TestClass]
public sealed class SchemaReaderTests
{
    [TestMethod]
    [DataRow("""{ "minLenght": 1 }""", "TG1001", "Did you mean \"minLength\"?")]
    [DataRow("""{ "zzz": 1 }""", "TG1001", "Leave it out, or name it \"x-…\" to keep it as a note.")]
    [DataRow("""{ "dependencies": {} }""", "TG1002", "Instead: write \"dependentRequired\" for lists of names, \"dependentSchemas\" for schemas.")]
    [DataRow("""{ "anyOf": [] }""", "TG1004", "It must be a list of at least one schema.")]
    [DataRow("""{ "dependentRequired": { "a": "b" } }""", "TG1004", "It must be an object that maps a property to a list of names.")]
    [DataRow("""{ "minContains": 3, "maxContains": 1, "contains": true }""", "TG1010", "Swap them, or widen one.")]
    [DataRow("""{ "type": "strng" }""", "TG1003", "Did you mean \"string\"?")]
    [DataRow("""{ "type": 7 }""", "TG1004", "It must be a type word or a list of at least one.")]
    [DataRow("""{ "type": [] }""", "TG1004", "It must be a type word or a list of at least one.")]
    [DataRow("""{ "minLength": -1 }""", "TG1004", "It must be a whole number from 0.")]
    [DataRow("""{ "minItems": 1.5 }""", "TG1004", "It must be a whole number from 0.")]
    [DataRow("""{ "multipleOf": 0 }""", "TG1004", "It must be a number above 0 of at most 100 digits.")]
    [DataRow("""{ "enum": [] }""", "TG1004", "It must be a list of at least one value.")]
    [DataRow("""{ "prefixItems": [] }""", "TG1004", "It must be a list of at least one schema.")]
    [DataRow("""{ "description": ["a\nb"] }""", "TG1004", "It must be a string, or a list of its lines without line breaks.")]
    [DataRow("""{ "contentEncoding": "hex" }""", "TG1004", "It must be \"base64\".")]
    [DataRow("""{ "x-type": "-" }""", "TG1004", "It must be a name with a letter or a digit.")]
    [DataRow("""{ "items": 3 }""", "TG1005", "A schema is an object such as { \"type\": \"string\" }, or true or false.")]
    [DataRow("""{ "$ref": "#/$defs/adress", "$defs": { "address": {} } }""", "TG1006", "Did you mean \"#/$defs/address\"?")]
    [DataRow("""{ "$ref": "other.json" }""", "TG1007", "Copy the schema into \"$defs\" and write \"#/$defs/name\".")]
    [DataRow("""{ "$ref": "#" }""", "TG1008", "Let one schema of the circle say what the value is.")]
    [DataRow("""{ "$defs": { "a": { "$ref": "#/$defs/b" }, "b": { "$ref": "#/$defs/c" }, "c": { "$ref": "#/$defs/a" } } }""", "TG1008", "Let one schema of the circle say what the value is.")]
    [DataRow("""{ "type": "number", "minimum": 1e400, "maximum": 1 }""", "TG1010", "Swap them, or widen one.")]
    [DataRow("""{ "type": "number", "exclusiveMinimum": 1, "maximum": 1.0 }""", "TG1010", "Swap them, or widen one.")]
    [DataRow("""{ "type": "string", "minLength": 2, "maxLength": 1 }""", "TG1010", "Swap them, or widen one.")]
    [DataRow("""{ "type": "boolean", "default": "false" }""", "TG1011", "Change the value or the schema.")]
    [DataRow("""{ "type": "integer", "enum": [1, "x"] }""", "TG1011", "Change the value or the schema.")]
    [DataRow("""{ "type": "integer", "const": 1.5 }""", "TG1011", "Change the value or the schema.")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "examples": [{ "a": "x" }] }""", "TG1011", "Change the value or the schema.")]
    public void Refuses_with_one_finding_that_says_what_to_write(string schema, string id, string remedy)
    {
        var (plan, findings) = Read.Schema(schema);
        Assert.IsNull(plan);
        var errors = findings.Where(finding => finding.Severity == FindingSeverity.Error).DistinctBy(finding => finding.Id).ToArray();
        Assert.HasCount(1, errors, string.Join("\n", findings));
        Assert.AreEqual(id, errors[0].Id);
        Assert.AreEqual(remedy, errors[0].Remedy);
    }

    [TestMethod]
    [DataRow("""{ "type": "dict" }""", """{ "type": "object" }""")]
    [DataRow("""{ "type": "float" }""", """{ "type": "number" }""")]
    [DataRow("""{ "type": "tuple", "items": { "type": "string" } }""", """{ "type": "array", "items": { "type": "string" } }""")]
    [DataRow("""{ "type": "any", "description": "d" }""", """{ "description": "d" }""")]
    [DataRow("""{ "description": "d", "type": "any" }""", """{ "description": "d" }""")]
    [DataRow("""{ "type": "any" }""", """{  }""")]
    [DataRow("""{ "type": "String" }""", """{ "type": "string" }""")]
    [DataRow("""{ "type": ["int", "null"] }""", """{ "type": ["integer", "null"] }""")]
    [DataRow("""{ "type": "bool?" }""", """{ "type": ["boolean", "null"] }""")]
    [DataRow("""{ "type": "str[]" }""", """{ "type": "array", "items": { "type": "string" } }""")]
    [DataRow("""{ "type": "date" }""", """{ "type": "string", "format": "date" }""")]
    [DataRow("""{ "type": "DateTime" }""", """{ "type": "string", "format": "date-time" }""")]
    [DataRow("""{ "type": "decimal" }""", """{ "type": "number", "format": "decimal" }""")]
    [DataRow("""{ "properties": { "a": "str" } }""", """{ "properties": { "a": { "type": "string" } } }""")]
    [DataRow("""{ "type": "string", "minlength": 1 }""", """{ "type": "string", "minLength": 1 }""")]
    [DataRow("""{ "definitions": { "a": {} } }""", """{ "$defs": { "a": {} } }""")]
    [DataRow("""{ "type": "string", "optional": true, "default": "x" }""", """{ "type": "string", "default": "x" }""")]
    [DataRow("""{ "type": "string", "nullable": true }""", """{ "type": ["string", "null"] }""")]
    [DataRow("""{ "nullable": true, "type": "string" }""", """{ "type": ["string", "null"] }""")]
    [DataRow("""{ "type": "integer", "example": 3 }""", """{ "type": "integer", "examples": [3] }""")]
    [DataRow("""{ "type": "integer", "minimum": "3" }""", """{ "type": "integer", "minimum": 3 }""")]
    [DataRow("""{ "type": "number", "minimum": 0, "exclusiveMinimum": true }""", """{ "type": "number", "minimum": 0, "exclusiveMinimum": 0 }""")]
    [DataRow("""{ "items": [{ "type": "string" }] }""", """{ "prefixItems": [{ "type": "string" }] }""")]
    [DataRow("""{ "properties": { "a": { "type": "string", "required": true } } }""", """{ "properties": { "a": { "type": "string" } } }""")]
    [DataRow("""{ "type": "boolean", "default": "false" }""", """{ "type": "boolean", "default": false }""")]
    [DataRow("""{ "enum": ["celsius", "fahrenheit"], "default": "Celsius" }""", """{ "enum": ["celsius", "fahrenheit"], "default": "celsius" }""")]
    [DataRow("""{ "type": "array", "items": { "enum": ["a"] }, "default": "x" }""", """{ "type": "array", "items": { "enum": ["a"] } }""")]
    [DataRow("""{ "type": "object", "properties": { "a": {} }, "optional": ["a"] }""", """{ "type": "object", "properties": { "a": {} } }""")]
    [DataRow("""{ "$ref": "address", "$defs": { "address": {} } }""", """{ "$ref": "#/$defs/address", "$defs": { "address": {} } }""")]
    public void Mends_mechanically_what_has_one_reading(string schema, string mended)
    {
        var (plan, findings) = Read.Schema(schema);
        Assert.IsNull(plan);
        var finding = findings.First(finding => finding.Severity == FindingSeverity.Error);
        Assert.AreEqual(mended, Read.Mend(schema, finding));
        Read.Plan(mended);
    }

    [TestMethod]
    public void Offers_no_fix_where_a_word_has_two_readings()
    {
        foreach (var schema in new[] { """{ "optional": false }""", """{ "type": "xyz" }""", """{ "type": "object", "required": ["a"], "optional": ["a"] }""" })
            Assert.IsNull(Read.Schema(schema).Findings.First(finding => finding.Severity == FindingSeverity.Error).Fix, schema);
    }

    [TestMethod]
    public void Tells_all_that_is_wrong_at_once_in_the_order_of_the_file()
    {
        var (_, findings) = Read.Schema("""{ "type": "dict", "properties": { "a": { "type": "str" }, "b": { "minimum": "x" }, "c": { "oneOf": [] } } }""");
        Assert.AreEqual("TG1003 TG1003 TG1004 TG1004", string.Join(" ", findings.Select(finding => finding.Id)));
    }

    [TestMethod]
    [DataRow("""{ "type": "string", "format": "phone" }""", "TG1014")]
    [DataRow("""{ "enum": [1, 1.0] }""", "TG1015")]
    [DataRow("""{ "type": "integer", "minLength": 1 }""", "TG1016")]
    [DataRow("""{ "$schema": "http://json-schema.org/draft-07/schema#" }""", "TG1017")]
    [DataRow("""{ "properties": { "a": {} }, "required": ["b"] }""", "TG1013")]
    [DataRow("""{ "then": true }""", "TG1018")]
    [DataRow("""{ "minContains": 1 }""", "TG1018")]
    [DataRow("""{ "type": "string", "contentMediaType": "text/html" }""", "TG1021")]
    public void Warns_and_still_reads(string schema, string id)
    {
        var (plan, findings) = Read.Schema(schema);
        Assert.IsNotNull(plan);
        Assert.AreEqual(id, findings.Single().Id);
    }

    [TestMethod]
    public void Points_into_the_pattern_that_it_refuses()
    {
        const string Schema = """{ "pattern": "a\\d[z" }""";
        var finding = Read.Schema(Schema).Findings.Single();
        Assert.AreEqual(Schema.IndexOf('['), finding.Place.Span.Start);
    }

    [TestMethod]
    public void Closes_objects_of_an_input_that_list_properties_and_its_root()
    {
        var plan = Read.Plan("""{ "type": "object", "properties": { "open": { "type": "object" }, "closed": { "type": "object", "properties": {} } } }""", SchemaUse.Input);
        Assert.AreEqual(SchemaTypes.None, plan.Root.AdditionalProperties!.Types);
        Assert.IsNull(plan.Root.Properties[0].Schema.AdditionalProperties);
        Assert.AreEqual(SchemaTypes.None, plan.Root.Properties[1].Schema.AdditionalProperties!.Types);
    }

    [TestMethod]
    public void Publishes_what_is_closed_and_keeps_the_written_order()
    {
        var plan = Read.Plan(
            """{ "type": "object", "description": ["a", "b"], "properties": { "z": { "type": "number", "minimum": 1.50e1 }, "a": { "$ref": "#/$defs/n" } }, "required": ["z"], "$defs": { "n": { "type": "object", "properties": { "x": true } } } }""",
            SchemaUse.Input);
        Assert.AreEqual(
            """{"type":"object","description":"a\nb","properties":{"z":{"type":"number","minimum":15},"a":{"$ref":"#/$defs/n"}},"required":["z"],"$defs":{"n":{"type":"object","properties":{"x":true},"additionalProperties":false}},"additionalProperties":false}""",
            PublishedSchema.Write(plan));
    }

    [TestMethod]
    public void Publishes_nothing_about_what_says_it_is_open()
    {
        const string Schema = """{"type":"object","properties":{"a":true},"additionalProperties":true}""";
        Assert.AreEqual(Schema, PublishedSchema.Write(Read.Plan(Schema, SchemaUse.Output)));
    }

    [TestMethod]
    public void Wants_an_object_at_the_root_of_an_input()
    {
        var finding = Read.Schema("""{ "properties": { "a": {} } }""", SchemaUse.Input).Findings.Single();
        Assert.AreEqual("TG1019", finding.Id);
        Assert.AreEqual("""{ "type": "object", "properties": { "a": {} } }""", Read.Mend("""{ "properties": { "a": {} } }""", finding));
        Assert.AreEqual("TG1019", Read.Schema("""{ "type": ["object", "null"] }""", SchemaUse.Output).Findings.Single().Id);
    }

    [TestMethod]
    public void Refuses_a_name_that_is_required_but_closed_out()
    {
        var finding = Read.Schema("""{ "type": "object", "properties": { "name": {} }, "required": ["nmae"] }""", SchemaUse.Input).Findings.Single();
        Assert.AreEqual("TG1012", finding.Id);
        Assert.AreEqual("Did you mean \"name\"?", finding.Remedy);
    }

    [TestMethod]
    public void Reads_a_tree_that_contains_itself()
    {
        var plan = Read.Plan("""{ "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "#" } } } }""", SchemaUse.Input);
        Assert.AreSame(plan.Root, plan.Definitions[""]);
    }

    [TestMethod]
    public void Stays_quick_on_a_hostile_schema()
    {
        var many = "{" + string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":[]")) + "}";
        var sink = new FindingSink(new("test.json", many));
        Assert.IsNull(SchemaReader.Read(Read.Json(many), sink));
        Assert.AreEqual(20_000, sink.Errors);
        Assert.IsTrue(sink.IsFull);

        var chain = string.Join(",", Enumerable.Range(0, 9_000).Select(i => $"\"d{i}\":{{\"$ref\":\"#/$defs/d{i + 1}\"}}")) + ",\"d9000\":{}";
        Read.Plan($$"""{ "$ref": "#/$defs/d0", "$defs": { {{chain}} } }""");

        // Every default of every item would walk the whole chain: the work is capped, and what is not checked is refused.
        var defaults = string.Join(",", Enumerable.Repeat("1", 10_000));
        Assert.AreEqual("TG1011", Read.Schema($$"""{ "items": { "$ref": "#/$defs/d0" }, "default": [{{defaults}}], "$defs": { {{chain}} } }""").Findings.Single().Id);

        var values = string.Join(",", Enumerable.Range(0, 50_000));
        Read.Plan($$"""{ "type": "integer", "enum": [{{values}}] }""");
    }
}
