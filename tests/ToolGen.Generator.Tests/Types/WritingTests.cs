using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Types;

[TestClass]
public sealed class WritingTests
{
    [TestMethod]
    [DataRow("""{ "type": "string" }""", "\"é\\n\\\"😀\"", """{"v":"é\n\"\uD83D\uDE00"}""")]
    [DataRow("""{ "type": "integer" }""", "long.MinValue", """{"v":-9223372036854775808}""")]
    [DataRow("""{ "type": "integer", "format": "big" }""", "BigInteger.Pow(10, 30)", """{"v":1000000000000000000000000000000}""")]
    [DataRow("""{ "type": "number" }""", "0.1 + 0.2", """{"v":0.30000000000000004}""")]
    [DataRow("""{ "type": "number", "format": "decimal" }""", "1.50m", """{"v":1.50}""")]
    [DataRow("""{ "type": "boolean" }""", "true", """{"v":true}""")]
    [DataRow("""{ "type": "string", "format": "date" }""", "new DateOnly(2025, 3, 1)", """{"v":"2025-03-01"}""")]
    [DataRow("""{ "type": "string", "format": "time" }""", "new TimeOnly(9, 5, 0)", """{"v":"09:05:00Z"}""")]
    [DataRow("""{ "type": "string", "format": "date-time" }""", "new DateTimeOffset(2025, 3, 1, 9, 0, 0, TimeSpan.FromHours(2))", """{"v":"2025-03-01T07:00:00Z"}""")]
    [DataRow("""{ "type": "string", "format": "duration" }""", "TimeSpan.FromSeconds(93605)", """{"v":"P1DT2H0M5S"}""")]
    [DataRow("""{ "type": "string", "format": "uuid" }""", "Guid.Empty", """{"v":"00000000-0000-0000-0000-000000000000"}""")]
    [DataRow("""{ "type": "string", "contentEncoding": "base64" }""", "Encoding.UTF8.GetBytes(\"hi\")", """{"v":"aGk="}""")]
    [DataRow("""{ "type": "array", "items": { "type": ["integer", "null"] } }""", "[1, null, 3]", """{"v":[1,null,3]}""")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "integer" } }""", "new Dictionary<string, long> { [\"b\"] = 1, [\"a\"] = 2 }", """{"v":{"b":1,"a":2}}""")]
    [DataRow("""{ "type": "array", "prefixItems": [ { "type": "integer" }, { "type": "string" } ], "items": false, "minItems": 2 }""", "(1, \"a\")", """{"v":[1,"a"]}""")]
    [DataRow("""{ "type": ["string", "null"] }""", "null", """{"v":null}""")]
    public async Task Writes(string schema, string expression, string expected) => Assert.AreEqual(expected, await CompiledTool.Load(Specs.Writes(schema, expression)).Answer("{}"));

    [TestMethod]
    [DataRow("""{ "type": "string" }""", "null!", "invalid_output /v")]
    [DataRow("""{ "type": "string" }""", "\"\\ud800\"", "invalid_output /v")]
    [DataRow("""{ "type": "string", "maxLength": 2 }""", "\"abc\"", "invalid_output /v")]
    [DataRow("""{ "type": "string", "enum": ["a", "b"] }""", "\"c\"", "invalid_output /v")]
    [DataRow("""{ "type": "integer", "minimum": 0 }""", "-1", "invalid_output /v")]
    [DataRow("""{ "type": "number" }""", "double.NaN", "invalid_output /v")]
    [DataRow("""{ "type": "array", "items": { "type": "integer", "minimum": 0 }, "minItems": 3 }""", "[1, -1]", "invalid_output /v/1; invalid_output /v")]
    [DataRow("""{ "type": "array", "items": { "type": "string" } }""", "[\"a\", null!]", "invalid_output /v/1")]
    [DataRow("""{ "type": "array", "items": { "type": "array", "items": { "type": "string" } } }""", "[[], [\"a\", null!]]", "invalid_output /v/1/1")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "integer", "maximum": 1 } }""", "new Dictionary<string, long> { [\"a/b\"] = 2 }", "invalid_output /v/a~1b")]
    [DataRow("""{ "type": "string" }""", "new string('x', 2000000)", "limit")]
    public async Task Refuses_to_write(string schema, string expression, string expected) => Assert.AreEqual(expected, await CompiledTool.Load(Specs.Writes(schema, expression)).Answer("{}"));

    [TestMethod]
    public async Task Output_that_holds_itself_ends_as_an_error()
    {
        var tool = CompiledTool.Load("""
            { "name": "sample", "description": "A sample.",
              "inputSchema": { "type": "object", "properties": {} },
              "outputSchema": { "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "#" } } }, "required": ["children"] },
              "implementation": { "kind": "code", "body": [ "var list = new List<Output>();", "var top = new Output(list);", "list.Add(top);", "return top;" ] },
              "examples": [ { "input": { "no_such": 1 }, "error": "invalid_input /no_such" } ] }
            """);
        Assert.AreEqual("limit", await tool.Answer("{}"));
    }

    [TestMethod]
    public async Task Optional_parts_are_left_out_or_kept_as_they_came()
    {
        var spec = Specs.Code(
            """ "a": { "type": "string" }, "b": { "type": ["string", "null"] }, "c": { "type": "integer", "default": 7 }, "d": { "type": "array", "items": { "type": "integer" }, "default": [1, 2] } """,
            """ "a": { "type": "string" }, "b": { "type": ["string", "null"] }, "c": { "type": "integer" }, "d": { "type": "array", "items": { "type": "integer" } } """,
            "return new Output(input.A, input.B, input.C, input.D);");
        var tool = CompiledTool.Load(spec);
        Assert.AreEqual("""{"c":7,"d":[1,2]}""", await tool.Answer("{}"));
        Assert.AreEqual("""{"b":null,"c":7,"d":[1,2]}""", await tool.Answer("""{"b":null}"""));
        Assert.AreEqual("""{"a":"x","b":"y","c":1,"d":[]}""", await tool.Answer("""{"d":[],"c":1,"b":"y","a":"x"}"""));
    }

    [TestMethod]
    public void Descriptor_shows_the_schemas_that_the_tool_keeps()
    {
        var descriptor = CompiledTool.Load(Specs.Writes("""{ "type": "integer" }""", "1")).Descriptor;
        Assert.AreEqual("""{"type":"object","properties":{"v":{"type":"integer"}},"required":["v"],"additionalProperties":false}""", Encoding.UTF8.GetString(descriptor.OutputSchema.Span));
        StringAssert.Contains(Encoding.UTF8.GetString(descriptor.McpTool.Span), "\"inputSchema\":" + Encoding.UTF8.GetString(descriptor.InputSchema.Span) + ",", System.StringComparison.Ordinal);
        Assert.AreEqual(64, descriptor.SpecHash.Count(char.IsAsciiHexDigitLower));
    }
}
