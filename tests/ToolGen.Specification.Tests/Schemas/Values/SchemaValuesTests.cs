using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Schemas.Values;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Schemas.Values;

[TestClass]
public sealed class SchemaValuesTests
{
    private const string Seed = "0123456789abcdef";

    [TestMethod]
    [DataRow("""{ "type": "integer", "minimum": 3, "maximum": 9 }""", "3", "9")]
    [DataRow("""{ "type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 9, "multipleOf": 2 }""", "4", "8")]
    [DataRow("""{ "type": "number", "minimum": 0.5, "maximum": 0.75 }""", "0.5", "0.75")]
    [DataRow("""{ "type": "string", "minLength": 2, "maxLength": 2 }""", "\"aa\"")]
    [DataRow("""{ "enum": ["x", null, 7] }""", "\"x\"", "7")]
    [DataRow("""{ "type": "array", "items": { "const": 1 }, "maxItems": 2 }""", "[]", "[1,1]")]
    [DataRow("""{ "type": ["string", "null"] }""", "null")]
    [DataRow("""{ "type": "string", "format": "date" }""", "\"0001-01-01\"", "\"9999-12-31\"")]
    public void The_bounds_are_among_the_first(string schema, params string[] expected)
    {
        var values = Values(Property(schema), 20);
        foreach (var one in expected) Assert.Contains($$"""{"v":{{one}}}""", values, string.Join("\n", values));
    }

    [TestMethod]
    [DataRow("""{ "type": "string", "pattern": "^[A-Z]{2}[0-9]{2}( [0-9]{4}){2,4}$" }""")]
    [DataRow("""{ "type": "string", "pattern": "^(a|bc)+\\d?$", "minLength": 4 }""")]
    [DataRow("""{ "type": "array", "items": { "type": "integer", "minimum": 0, "maximum": 50 }, "uniqueItems": true, "minItems": 3 }""")]
    [DataRow("""{ "type": "object", "patternProperties": { "^k_[a-z]+$": { "type": "boolean" } }, "additionalProperties": false, "minProperties": 1 }""")]
    [DataRow("""{ "oneOf": [ { "type": "object", "properties": { "kind": { "const": "a" }, "n": { "type": "integer" } }, "required": ["kind", "n"] }, { "type": "object", "properties": { "kind": { "const": "b" } }, "required": ["kind"] } ] }""")]
    [DataRow("""{ "type": "object", "properties": { "kids": { "type": "array", "items": { "$ref": "#/properties/v" } } } }""")]
    [DataRow("""{ "allOf": [ { "type": "object", "properties": { "a": { "type": "integer" } }, "required": ["a"] }, { "type": "object", "properties": { "b": { "type": "string" } }, "required": ["b"] } ] }""")]
    [DataRow("""{ "type": "string", "contentEncoding": "base64" }""")]
    [DataRow("""{ "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "string" }], "items": false, "minItems": 2 }""")]
    [DataRow("""{ "type": "object", "additionalProperties": { "type": "number" }, "minProperties": 2, "maxProperties": 3 }""")]
    public void What_is_hard_to_fill_is_filled(string schema)
    {
        var plan = Property(schema);
        var values = SchemaValues.Make(plan, Seed, 10, []);
        Assert.IsGreaterThanOrEqualTo(4, values.Count);
        foreach (var value in values) Assert.IsEmpty(SchemaInterpreter.Check(plan, value), value.ToString());
        Assert.AreEqual(values.Count, values.Select(JsonWriter.Canonical).Distinct().Count());
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_and_another_one_others()
    {
        var plan = Property("""{ "type": "string" }""");
        CollectionAssert.AreEqual(Values(plan, 20), Values(plan, 20));
        CollectionAssert.AreNotEqual(Values(plan, 20), SchemaValues.Make(plan, "fedcba9876543210", 20, []).Select(JsonWriter.Canonical).ToArray());
    }

    [TestMethod]
    public void What_no_value_fits_gives_none_and_ends() =>
        Assert.IsEmpty(SchemaValues.Make(Property("""{ "type": "string", "pattern": "^a$", "minLength": 2 }"""), Seed, 20, []));

    [TestMethod]
    public void Known_values_are_changed_in_one_place()
    {
        var plan = Property("""{ "type": "string" }""");
        var known = Json("""{"v":"region,amount\nN,1\nS,5\n"}""");
        var values = SchemaValues.Make(plan, Seed, 20, [known]).Select(JsonWriter.Canonical).ToArray();
        Assert.IsGreaterThanOrEqualTo(5, values.Count(value => value.Contains("reg", StringComparison.Ordinal) || value.Contains("S,5", StringComparison.Ordinal)), string.Join("\n", values));
        Assert.DoesNotContain(JsonWriter.Canonical(known), values);
    }

    [TestMethod]
    public void Simpler_values_fit_and_come_to_an_end()
    {
        var plan = Property("""{ "type": "array", "items": { "type": "integer", "minimum": 2 }, "minItems": 1 }""");
        var value = Json("""{"v":[70,3,9]}""");
        for (var rounds = 0; SchemaValues.Simpler(plan, value).FirstOrDefault() is { } simpler; rounds++)
        {
            Assert.IsEmpty(SchemaInterpreter.Check(plan, simpler));
            Assert.IsLessThan(50, rounds);
            value = simpler;
        }

        Assert.HasCount(1, ((JsonArray)((JsonObject)value)["v"]!).Items);
    }

    [TestMethod]
    public void Every_spec_of_the_repository_gets_ten_inputs()
    {
        var few = 0;
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json"))
        {
            if (SpecReader.Read(Path.GetFileName(path), File.ReadAllBytes(path)).Spec is not { } spec || spec.Input.Root.Properties.Count == 0) continue;
            var values = SchemaValues.Make(spec.Input, SpecHash.Of(spec), 20, [.. spec.Examples.Where(example => example.ErrorCode is null).Select(example => example.Input)]);
            if (values.Count < 10) few++;
            Assert.IsNotEmpty(values, path);
        }

        // A word out of a short list has no more.
        Assert.IsLessThanOrEqualTo(3, few);
    }

    private static string[] Values(SchemaPlan plan, int count) => [.. SchemaValues.Make(plan, Seed, count, []).Select(JsonWriter.Canonical)];

    private static JsonNode Json(string text) => JsonReader.Read("value.json", Encoding.UTF8.GetBytes(text)).Root!;

    private static SchemaPlan Property(string schema) => SpecReader.Read("a.tool.json", Encoding.UTF8.GetBytes($$"""
        { "name": "a", "description": "A tool for tests of values.",
          "inputSchema": { "type": "object", "properties": { "v": {{schema}} }, "required": ["v"] },
          "outputSchema": { "type": "object", "properties": {} }, "implementation": { "kind": "code", "body": "return new Output();" },
          "examples": [ { "input": {}, "error": "invalid_input" } ] }
        """)) is var reading && reading.Spec is { } spec ? spec.Input : throw new AssertFailedException(string.Join("\n", reading.Findings));
}
