using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Tests.Types;

/// <summary>What a call is told by generated code and what a sample of the spec is told by the interpreter are the same words.</summary>
[TestClass]
public sealed class SameWordsTests
{
    [TestMethod]
    [DataRow("""{ "type": "integer", "minimum": 2 }""", "\"3\"")]
    [DataRow("""{ "type": "integer", "minimum": 2 }""", "1")]
    [DataRow("""{ "type": "integer" }""", "1.5")]
    [DataRow("""{ "type": "number", "exclusiveMaximum": 2 }""", "2")]
    [DataRow("""{ "type": "number", "multipleOf": 2 }""", "3")]
    [DataRow("""{ "type": "boolean" }""", "\"True\"")]
    [DataRow("""{ "type": "string", "minLength": 3, "maxLength": 3 }""", "\"ab\"")]
    [DataRow("""{ "type": "string", "pattern": "^[a-z]+$" }""", "\"A\"")]
    [DataRow("""{ "type": "string", "format": "date" }""", "\"2025/3/1\"")]
    [DataRow("""{ "type": "string", "format": "date" }""", "5")]
    [DataRow("""{ "type": "string", "format": "date-time" }""", "\"2025-03-31\"")]
    [DataRow("""{ "type": "string", "format": "uuid" }""", "\"x\"")]
    [DataRow("""{ "type": "string", "contentEncoding": "base64" }""", "\"aGk\"")]
    [DataRow("""{ "type": "string", "enum": ["celsius", "kelvin"] }""", "\"Celsius\"")]
    [DataRow("""{ "const": "a" }""", "\"b\"")]
    [DataRow("""{ "type": "array", "items": { "type": "integer" }, "minItems": 2, "uniqueItems": true }""", "[1,\"x\"]")]
    [DataRow("""{ "type": "array", "items": { "type": "integer" }, "uniqueItems": true }""", "[1,2,1]")]
    [DataRow("""{ "type": "array", "items": { "type": "string" } }""", "\"a\"")]
    [DataRow("""{ "type": "array", "contains": { "type": "string" } }""", "[1]")]
    [DataRow("""{ "type": "object", "properties": { "a": { "type": "integer" }, "b": {} }, "required": ["a"] }""", """{"A":1,"b":2}""")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "integer" }, "minProperties": 2 }""", """{"a":true}""")]
    [DataRow("""{ "anyOf": [ { "type": "integer" }, { "type": "array" } ] }""", "true")]
    [DataRow("""{ "not": { "type": "integer" } }""", "3")]
    public async Task Reader_and_interpreter_say_the_same(string schema, string value)
    {
        var spec = Specs.Reads(schema);
        var arguments = $"{{\"v\":{value}}}";
        var said = SchemaInterpreter.Check(TestSpec.Read(spec).Input, JsonReader.Read("value.json", Encoding.UTF8.GetBytes(arguments)).Root!)
            .Select(one => $"{one.Pointer} {one.Message}, given {one.Given}, allowed {one.Allowed}, write {one.Correction}").Order().ToArray();
        var told = (await CompiledTool.Load(spec).CallAsync(Encoding.UTF8.GetBytes(arguments), new SystemToolContext())).Errors
            .Select(one => $"{one.Pointer} {one.Message}, given {one.Given}, allowed {one.Allowed}, write {one.Correction}").Order().ToArray();
        Assert.AreEqual(string.Join("\n", said), string.Join("\n", told).Replace("; rename \"A\" to it", "", System.StringComparison.Ordinal));
    }
}
