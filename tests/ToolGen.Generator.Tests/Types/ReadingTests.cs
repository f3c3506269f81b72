using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Tests.Types;

/// <summary>Generated readers refuse what the interpreter refuses, at the same places: two roads to one meaning.</summary>
[TestClass]
public sealed class ReadingTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "1.0", "1.5", "1e2", "7", "100", "101", "2147483648", "9223372036854775808", "0.1", "0.30000000000000004", "1e400",
        "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"é\"", "\"😀😀\"", "\"2025-03-31\"", "\"2025-02-30\"", "\"09:30:00Z\"", "\"2025-03-31T09:30:00Z\"", "\"2025-03-31T09:30:00+02:00\"",
        "\"PT1H30M\"", "\"123e4567-e89b-12d3-a456-426614174000\"", "\"aGk=\"", "\"aGk\"", "\"open\"", "\"Open\"", "\"https://a.example/x\"", "\"a@b.example\"", "\"10\"",
        "[]", "[1]", "[1,1]", "[1,2,3]", "[\"a\"]", "[1,\"a\"]", "[[1]]", "[null]", "[{\"a\":1}]",
        "{}", "{\"a\":1}", "{\"a\":\"x\"}", "{\"a\":1,\"b\":2}", "{\"b\":null}", "{\"A\":1}", "{\"a\":1,\"b\":\"x\",\"c\":[1]}", "{\"next\":{\"next\":{}}}", "{\"next\":{\"next\":3}}",
    ];

    [TestMethod]
    [DataRow("""{ "type": "string" }""")]
    [DataRow("""{ "type": "string", "minLength": 2, "maxLength": 2 }""")]
    [DataRow("""{ "type": "string", "pattern": "^a" }""")]
    [DataRow("""{ "type": "string", "enum": ["open", "closed"] }""")]
    [DataRow("""{ "const": "a" }""")]
    [DataRow("""{ "type": ["string", "null"] }""")]
    [DataRow("""{ "type": ["string", "null"], "enum": ["a", null] }""")]
    [DataRow("""{ "type": ["string", "null"], "enum": ["a"] }""")]
    [DataRow("""{ "type": ["string", "integer"] , "minLength": 1, "minimum": 1 }""")]
    [DataRow("""{ "type": "boolean" }""")]
    [DataRow("""{ "type": "boolean", "const": true }""")]
    [DataRow("""{ "type": "integer", "minimum": 0, "maximum": 100 }""")]
    [DataRow("""{ "type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 7 }""")]
    [DataRow("""{ "type": "integer", "multipleOf": 7 }""")]
    [DataRow("""{ "type": "integer", "enum": [1, 7] }""")]
    [DataRow("""{ "type": "number", "minimum": 0.1 }""")]
    [DataRow("""{ "type": "number", "maximum": 0.3 }""")]
    [DataRow("""{ "type": "number", "multipleOf": 0.1 }""")]
    [DataRow("""{ "type": "number", "format": "decimal" }""")]
    [DataRow("""{ "type": "integer", "format": "big" }""")]
    [DataRow("""{ "type": "string", "format": "date" }""")]
    [DataRow("""{ "type": "string", "format": "time" }""")]
    [DataRow("""{ "type": "string", "format": "date-time" }""")]
    [DataRow("""{ "type": "string", "format": "duration" }""")]
    [DataRow("""{ "type": "string", "format": "uuid" }""")]
    [DataRow("""{ "type": "string", "format": "uri" }""")]
    [DataRow("""{ "type": "string", "format": "email" }""")]
    [DataRow("""{ "type": "string", "contentEncoding": "base64" }""")]
    [DataRow("""{ "type": "string", "contentMediaType": "application/json" }""")]
    [DataRow("""{ "type": "string", "contentMediaType": "application/json", "contentSchema": { "type": "integer" } }""")]
    [DataRow("""{ "type": "array", "items": { "type": "integer" } }""")]
    [DataRow("""{ "type": "array", "items": { "type": "integer" }, "minItems": 1, "maxItems": 2, "uniqueItems": true }""")]
    [DataRow("""{ "type": "array", "items": { "type": ["integer", "null"] } }""")]
    [DataRow("""{ "type": "array", "items": { "type": "array", "items": { "type": "integer" } } }""")]
    [DataRow("""{ "type": "array", "prefixItems": [ { "type": "integer" }, { "type": "string" } ], "minItems": 2, "maxItems": 2 }""")]
    [DataRow("""{ "type": "array" }""")]
    [DataRow("""{ "type": "array", "enum": [[1], []] }""")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" }, "b": { "type": "string" } }, "required": ["a"] }""")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "additionalProperties": { "type": "integer" } }""")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "additionalProperties": true }""")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "required": ["a", "b"], "additionalProperties": true }""")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "integer" } }""")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "integer" }, "minProperties": 1, "required": ["a"] }""")]
    [DataRow("""{ "type": "object" }""")]
    [DataRow("""{ "type": "object", "additionalProperties": false }""")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "maxProperties": 1, "enum": [{"a": 1}, {}] }""")]
    [DataRow("""{ "$ref": "#/$defs/node" }""")]
    [DataRow("""{ "$ref": "#/$defs/short", "minLength": 2 }""")]
    [DataRow("""{ "type": "array", "items": { "$ref": "#/$defs/node" } }""")]
    [DataRow("true")]
    [DataRow("{}")]
    public async Task Reader_refuses_what_the_interpreter_refuses(string schema)
    {
        var spec = Specs.Reads(schema, """ "node": { "type": "object", "properties": { "next": { "$ref": "#/$defs/node" } } }, "short": { "type": "string", "maxLength": 3 } """);
        var tool = CompiledTool.Load(spec);
        var plan = TestSpec.Read(spec).Input;
        foreach (var value in Values)
        {
            var arguments = $"{{\"v\":{value}}}";
            var expected = SchemaInterpreter.Check(plan, JsonReader.Read("value.json", Encoding.UTF8.GetBytes(arguments)).Root!).Select(v => v.Pointer).Distinct().Order().ToArray();
            var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), new SystemToolContext());
            var actual = result.Errors.Select(e => e.Pointer!).Distinct().Order().ToArray();

            // What the type cannot hold is refused too, and says so (SPEC §2).
            if (expected.Length == 0 && result.Errors.Any(e => e.Message.StartsWith("this tool cannot hold", System.StringComparison.Ordinal) || e.Message.EndsWith("elements, got 1", System.StringComparison.Ordinal))) continue;
            CollectionAssert.AreEqual(expected, actual, $"{schema} with {value}: {string.Join("; ", result.Errors)}");
        }
    }
}
