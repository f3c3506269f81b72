using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Specs;

[TestClass]
public sealed class StrictVariantTests
{
    private static readonly PlainValidator Validator = new(SpecSchema.PrintStrict());

    [TestMethod]
    public void A_random_spec_comes_back_equal()
    {
        var own = 0;
        RandomSpecs.Seeds.Sample(
            seed =>
            {
                var spec = new RandomSpecs(seed).Spec();
                if (StrictVariant.ToStrict(spec) is { } strict) ComesBack(spec, strict);
                else System.Threading.Interlocked.Increment(ref own);
            },
            iter: 2_000);
        Assert.IsLessThan(800, own, "only specs with an own kind have no strict form");
    }

    [TestMethod]
    public void Every_real_spec_comes_back_equal()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.tool.json"))
        {
            var spec = JsonReader.Read(new(path, File.ReadAllText(path))).Root!;
            ComesBack(spec, StrictVariant.ToStrict(spec)!);
        }
    }

    [TestMethod]
    public void Random_json_is_no_strict_form_and_never_crashes() => RandomSpecs.Seeds.Sample(
        seed =>
        {
            var random = new RandomSpecs(seed);
            if (StrictVariant.ToStrict(random.Spec()) is not { } strict) return;
            var mutated = random.Mutated(random.Mutated(strict));
            if (StrictVariant.FromStrict(mutated) is { } spec) SpecReader.Read(new("a.tool.json", spec.ToString()));
        },
        iter: 2_000);

    [TestMethod]
    public void The_schema_keeps_to_the_words_of_strict_providers()
    {
        string[] allowed = ["type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "$ref", "$defs", "description"];
        var root = System.Text.Json.JsonDocument.Parse(SpecSchema.PrintStrict()).RootElement;
        Assert.AreEqual("object", root.GetProperty("type").GetString());
        Walk(root);

        void Walk(JsonElement schema)
        {
            foreach (var keyword in schema.EnumerateObject())
            {
                CollectionAssert.Contains(allowed, keyword.Name);
                if (keyword.Name is "properties" or "$defs") foreach (var one in keyword.Value.EnumerateObject()) Walk(one.Value);
                if (keyword.Name is "anyOf") foreach (var one in keyword.Value.EnumerateArray()) Walk(one);
                if (keyword.Name is "items") Walk(keyword.Value);
            }

            if (!schema.TryGetProperty("properties", out var properties)) return;
            Assert.IsFalse(schema.GetProperty("additionalProperties").GetBoolean());
            CollectionAssert.AreEqual(properties.EnumerateObject().Select(one => one.Name).ToArray(), schema.GetProperty("required").EnumerateArray().Select(one => one.GetString()).ToArray());
        }
    }

    [TestMethod]
    public void A_name_given_twice_is_no_form() =>
        Assert.IsNull(StrictVariant.FromStrict(JsonReader.Read(new("a", """{ "extensions": [ { "name": "x-a", "value": 1 }, { "name": "x-a", "value": 2 } ] }""")).Root!));

    private static void ComesBack(JsonNode spec, JsonNode strict)
    {
        Assert.IsTrue(Validator.Accepts(strict.ToString()), strict.ToString());
        var back = StrictVariant.FromStrict(strict);
        Assert.IsNotNull(back);
        Assert.IsTrue(JsonEquality.Equals(spec, back), $"{spec}\n{back}");
        Assert.AreEqual(strict.ToString(), StrictVariant.ToStrict(back)!.ToString());
    }
}
