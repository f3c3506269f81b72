using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Tests;

/// <summary>Schemas by an adversary: a sample of them is small or none, and the operations beside them become tools.</summary>
[TestClass]
public sealed class HostileSchemaTests
{
    [TestMethod]
    [DataRow("""{"type": "array", "minItems": 4294967295, "items": {"type": "string"}}""")]
    [DataRow("""{"type": "array", "minItems": 2147483647, "items": {"type": "string"}}""")]
    [DataRow("""{"type": "number", "exclusiveMinimum": 79228162514264337593543950335}""")]
    [DataRow("""{"type": "integer", "minimum": 79228162514264337593543950335, "multipleOf": 7}""")]
    [DataRow("""{"type": "number", "exclusiveMaximum": -79228162514264337593543950335}""")]
    [DataRow("""{"type": "string", "minLength": 2147483647}""")]
    public void Bounds_at_the_end_of_numbers_touch_their_own_operation_alone(string schema) => AssertOtherStands(Import(schema));

    [TestMethod]
    [Timeout(60_000)]
    public void Lists_in_lists_make_a_small_sample()
    {
        var schema = """{"type": "string"}""";
        for (var i = 0; i < 8; i++) schema = $$"""{"type": "array", "minItems": 20, "items": {{schema}} }""";
        AssertOtherStands(Import(schema));
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Objects_that_hold_themselves_many_times_make_a_small_sample()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"\"p{i}\"").ToList();
        var node = $$"""{"type": "object", "required": [{{string.Join(", ", names)}}], "properties": { {{string.Join(", ", names.Select(name => name + """: {"$ref": "#/components/schemas/Node"}"""))}} } }""";
        AssertOtherStands(Import("""{"$ref": "#/components/schemas/Node"}""", node));
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Many_required_names_beside_many_properties_are_read_in_one_pass()
    {
        var properties = string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"\"p{i}\": {{}}"));
        var required = string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"\"r{i}\""));
        AssertOtherStands(Import($$"""{"type": "object", "properties": { {{properties}} }, "required": [{{required}}]}"""));
    }

    [TestMethod]
    [Timeout(30_000)]
    public void Many_operations_of_one_name_are_numbered_in_one_pass() =>
        Assert.AreEqual("pets_50000", SpecNames.Distinct(Enumerable.Repeat("pets", 50_000))[^1]);

    private static void AssertOtherStands(ImportResult result)
    {
        Assert.IsTrue(result.Tools.Any(tool => tool.Name == "other"), string.Join("\n", result.Findings));
        Assert.IsTrue(result.Tools.Any(tool => tool.Name == "hostile") || result.RefusedNames.SequenceEqual(["hostile"]));
        Assert.IsTrue(result.Tools.All(tool => tool.Text.Length < 200_000));
    }

    private static ImportResult Import(string schema, string node = "{}") => new OpenApiImporter().Import(new SourceText("openapi.json", $$"""
        {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "servers": [{"url": "https://pets.example"}],
         "paths": {"/hostile": {"post": {"operationId": "hostile", "description": "Adds.", "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object", "required": ["value"], "properties": {"value": {{schema}} } } } } }, "responses": {"204": {"description": "Added."} } } },
                   "/other": {"get": {"operationId": "other", "description": "Reads.", "responses": {"204": {"description": "Nothing."} } } } },
         "components": {"schemas": {"Node": {{node}} } } }
        """));
}
