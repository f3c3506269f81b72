using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Generator.Types;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Tests.Types;

/// <summary>The C# of schemas to which others are applied, and that it lets pass what the schema lets pass.</summary>
[TestClass]
public sealed class UnionTests
{
    private const string Shapes = """
        "shape": { "oneOf": [{ "$ref": "#/$defs/circle" }, { "$ref": "#/$defs/square" }] },
        "circle": { "type": "object", "properties": { "kind": { "type": "string", "const": "circle" }, "radius": { "type": "number", "minimum": 0 } }, "required": ["kind", "radius"] },
        "square": { "type": "object", "properties": { "kind": { "type": "string", "const": "square" }, "side": { "type": "number" } }, "required": ["kind", "side"] },
        "person": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] }
        """;

    private static readonly string[] Values =
    [
        "null", "1", "1.5", "\"a\"", "\"abcdef\"", "[]", "[1]", "[1,\"a\"]", "{}", """{"kind":"circle","radius":1}""", """{"radius":1,"kind":"circle"}""", """{"kind":"circle"}""",
        """{"kind":"circle","radius":-1}""", """{"kind":"square","radius":1}""", """{"kind":"square","side":2,"more":1}""", """{"kind":"oval"}""", """{"radius":1}""", """{"kind":1}""",
        """{"name":"a"}""", """{"name":"a","age":3}""", """{"name":"a","age":"x"}""", """{"age":3}""", """{"name":"a","x-b":1}""", """{"x-b":"c"}""", """{"a":1,"b":2}""", """{"a":1}""", """{"b":2}""",
    ];

    [TestMethod]
    [DataRow("""{ "$ref": "#/$defs/shape" }""", "Shape")]
    [DataRow("""{ "anyOf": [{ "$ref": "#/$defs/shape" }, { "type": "null" }] }""", "Shape?")]
    [DataRow("""{ "anyOf": [{ "$ref": "#/$defs/circle" }, { "$ref": "#/$defs/square" }, { "type": "null" }] }""", "V?")]
    [DataRow("""{ "anyOf": [{ "type": "string", "minLength": 2 }, { "type": "null" }] }""", "string?")]
    [DataRow("""{ "anyOf": [{ "$ref": "#/$defs/person" }, { "type": "null" }] }""", "Person?")]
    [DataRow("""{ "allOf": [{ "$ref": "#/$defs/person" }, { "properties": { "age": { "type": "integer" } } }] }""", "V")]
    [DataRow("""{ "$ref": "#/$defs/person", "properties": { "age": { "type": "integer" } } }""", "V")]
    [DataRow("""{ "type": "string", "anyOf": [{ "maxLength": 1 }, { "minLength": 4 }] }""", "string")]
    [DataRow("""{ "allOf": [{ "type": "integer", "minimum": 0, "maximum": 9 }], "not": { "const": 1 } }""", "int")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" }, "b": { "type": "integer" } }, "dependentRequired": { "a": ["b"] } }""", "V")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" }, "b": { "type": "integer" } }, "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] }""", "V")]
    [DataRow("""{ "type": "object", "properties": { "name": { "type": "string" } }, "patternProperties": { "^x-": { "type": "integer" } } }""", "V")]
    [DataRow("""{ "type": "object", "patternProperties": { "^x-": { "type": "integer" } }, "additionalProperties": false }""", "IReadOnlyDictionary<string, long>")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "integer" }, "propertyNames": { "maxLength": 1 } }""", "IReadOnlyDictionary<string, long>")]
    [DataRow("""{ "type": "array", "items": { "type": "integer" }, "contains": { "minimum": 1 } }""", "IReadOnlyList<long>")]
    [DataRow("""{ "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "string" }] }""", "(long, string)")]
    [DataRow("""{ "type": "array", "prefixItems": [{ "type": "integer" }], "minItems": 0 }""", "JsonElement")]
    [DataRow("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "JsonElement")]
    [DataRow("""{ "oneOf": [{ "$ref": "#/$defs/person" }, { "$ref": "#/$defs/circle" }] }""", "JsonElement")]
    [DataRow("""{ "type": "object", "if": { "required": ["a"] }, "then": { "required": ["b"] } }""", "JsonElement")]
    public async Task Has_the_type_and_takes_what_the_interpreter_takes(string schema, string type)
    {
        var spec = Specs.Reads(schema, Shapes);
        var read = TestSpec.Read(spec);
        StringAssert.Contains(TypeDeclarations.Of(read), $"record Input({type} V);", System.StringComparison.Ordinal);
        var tool = CompiledTool.Load(spec);
        foreach (var value in Values)
        {
            var arguments = $"{{\"v\":{value}}}";
            var expected = SchemaInterpreter.Check(read.Input, JsonReader.Read("value.json", Encoding.UTF8.GetBytes(arguments)).Root!);
            var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), new SystemToolContext());
            Assert.AreEqual(expected.Count > 0, result.IsError, $"{value}: {string.Join("; ", expected)} | {string.Join("; ", result.Errors)}");
        }
    }

    [TestMethod]
    public void Prints_a_union_as_an_abstract_record_with_its_cases()
    {
        var declarations = TypeDeclarations.Of(TestSpec.Read(Specs.Reads("""{ "$ref": "#/$defs/shape" }""", Shapes)));
        StringAssert.Contains(declarations, "abstract record Shape;\n", System.StringComparison.Ordinal);
        StringAssert.Contains(declarations, "record Circle(double Radius) : Shape;\n", System.StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("""{"kind":"cricle","radius":1}""", "/v/kind", "\"circle\"")]
    [DataRow("""{"kind":"circle","radius":-1}""", "/v/radius", null)]
    [DataRow("""{"radius":1}""", "/v/kind", null)]
    public async Task Says_what_is_wrong_in_the_case_that_is_meant(string value, string pointer, string? correction)
    {
        var result = await CompiledTool.Load(Specs.Reads("""{ "$ref": "#/$defs/shape" }""", Shapes)).CallAsync(Encoding.UTF8.GetBytes($"{{\"v\":{value}}}"), new SystemToolContext());
        var error = result.Errors.Single();
        Assert.AreEqual(pointer, error.Pointer);
        Assert.AreEqual(correction, error.Correction);
    }

    [TestMethod]
    public async Task Other_unions_say_it_in_the_words_of_the_alternative_that_is_meant()
    {
        var tool = CompiledTool.Load(Specs.Reads("""{ "anyOf": [{ "type": "string", "maxLength": 2 }, { "type": "array", "items": { "type": "integer" } }] }""", Shapes));
        Assert.AreEqual("invalid_input /v/1", await tool.Answer("""{"v":[1,"x"]}"""));
        Assert.AreEqual("invalid_input /v", await tool.Answer("""{"v":true}"""));
    }
}
