using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.TestSupport.Variants;

/// <summary>What providers say that their strict modes accept, written down a second time and asserted of a schema.</summary>
internal static class ProviderRulebook
{
    private static readonly string[] Common = ["type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "$ref", "$defs", "description", "pattern", "format", "minItems"];
    private static readonly string[] OpenAIOnly = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "maxItems"];
    private static readonly string[] OpenAIFormats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];
    private static readonly Regex Key = new("^[a-zA-Z0-9_.-]{1,64}\\z");

    /// <summary>Asserts that a provider (<c>openai</c>, <c>anthropic</c>) accepts a schema.</summary>
    public static void Accepts(string provider, JsonElement root)
    {
        var isOpenAI = provider == "openai";
        var all = Schemas(root).ToArray();
        Assert.AreEqual("object", root.GetProperty("type").GetString());
        Assert.IsFalse(root.TryGetProperty("anyOf", out _), "a union at the root");
        foreach (var schema in all) Check(schema, isOpenAI);
        var properties = all.Where(one => one.TryGetProperty("properties", out _)).Sum(one => one.GetProperty("properties").EnumerateObject().Count());
        var required = all.Where(one => one.TryGetProperty("required", out _)).Sum(one => one.GetProperty("required").GetArrayLength());
        var values = all.Where(one => one.TryGetProperty("enum", out _)).SelectMany(one => one.GetProperty("enum").EnumerateArray()).ToArray();
        if (isOpenAI)
        {
            Assert.AreEqual(properties, required, "optional properties");
            Assert.IsLessThanOrEqualTo(5_000, properties);
            Assert.IsLessThanOrEqualTo(1_000, values.Length);
            Assert.IsLessThanOrEqualTo(10, Levels(root, root, []), "levels of nesting");
        }
        else
        {
            Assert.IsLessThanOrEqualTo(24, properties - required, "optional properties");
            Assert.IsLessThanOrEqualTo(16, all.Count(one => one.TryGetProperty("anyOf", out _)), "unions");
            AssertNoRecursion(root, root, []);
        }
    }

    private static void Check(JsonElement schema, bool isOpenAI)
    {
        foreach (var keyword in schema.EnumerateObject()) CollectionAssert.Contains(isOpenAI ? [.. Common, .. OpenAIOnly] : Common, keyword.Name);
        Assert.IsTrue(schema.TryGetProperty("type", out var type) || schema.TryGetProperty("anyOf", out _) || schema.TryGetProperty("$ref", out _), "says nothing: " + schema);
        if (schema.TryGetProperty("$ref", out var reference))
        {
            StringAssert.StartsWith(reference.GetString(), "#/$defs/");
            Assert.HasCount(1, schema.EnumerateObject().ToArray(), "a reference with keywords beside it");
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.IsFalse(schema.GetProperty("additionalProperties").GetBoolean());
            foreach (var property in properties.EnumerateObject()) Assert.IsTrue(Key.IsMatch(property.Name), property.Name);
        }
        else
        {
            Assert.AreNotEqual("object", type.ValueKind == JsonValueKind.String ? type.GetString() : "");
        }

        if (schema.TryGetProperty("format", out var format)) CollectionAssert.Contains(isOpenAI ? OpenAIFormats : [.. OpenAIFormats, "uri"], format.GetString());
        if (schema.TryGetProperty("enum", out var values))
            foreach (var value in values.EnumerateArray()) Assert.IsFalse(value.ValueKind is JsonValueKind.Object or JsonValueKind.Array, "a constant that is no scalar");
        if (!isOpenAI && schema.TryGetProperty("minItems", out var least)) Assert.IsLessThanOrEqualTo(1, least.GetInt32());
        if (schema.TryGetProperty("pattern", out var pattern)) AssertPlain(pattern.GetString()!);
        if (isOpenAI && schema.TryGetProperty("anyOf", out var cases)) AssertFirstKeysDiffer(cases);
    }

    private static void AssertPlain(string pattern)
    {
        StringAssert.StartsWith(pattern, "^");
        StringAssert.EndsWith(pattern, "$");
        foreach (var refused in new[] { "(?", "\\b", "\\B", "\\1", "\\p", "\\s", "\\D", "\\W", "\\S" }) Assert.IsFalse(pattern.Contains(refused, System.StringComparison.Ordinal), pattern);
    }

    // "Objects provided via 'anyOf' must not share identical first keys", unless a constant tells them apart.
    private static void AssertFirstKeysDiffer(JsonElement cases)
    {
        var firsts = cases.EnumerateArray().Where(one => one.TryGetProperty("properties", out var properties) && properties.EnumerateObject().Any())
            .Select(one => one.GetProperty("properties").EnumerateObject().First()).ToArray();
        if (firsts.DistinctBy(first => first.Name).Count() == firsts.Length) return;
        var constants = firsts.SelectMany(first => first.Value.TryGetProperty("enum", out var values) ? values.EnumerateArray().Select(value => value.GetRawText()) : ["?", "?"]).ToArray();
        CollectionAssert.AllItemsAreUnique(constants, cases.ToString());
    }

    private static IEnumerable<JsonElement> Schemas(JsonElement schema)
    {
        yield return schema;
        foreach (var keyword in schema.EnumerateObject())
        {
            IEnumerable<JsonElement> inner = keyword.Name switch
            {
                "properties" or "$defs" => keyword.Value.EnumerateObject().Select(one => one.Value),
                "anyOf" => keyword.Value.EnumerateArray(),
                "items" => [keyword.Value],
                _ => [],
            };
            foreach (var one in inner.SelectMany(Schemas)) yield return one;
        }
    }

    private static int Levels(JsonElement root, JsonElement schema, HashSet<string> inside)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!["#/$defs/".Length..];
            if (!inside.Add(name)) return 1;
            var levels = Levels(root, root.GetProperty("$defs").GetProperty(name), inside);
            inside.Remove(name);
            return levels;
        }

        var deepest = schema.TryGetProperty("anyOf", out var cases) ? cases.EnumerateArray().Max(one => Levels(root, one, inside)) : 0;
        if (schema.TryGetProperty("items", out var items)) deepest = 1 + Levels(root, items, inside);
        if (schema.TryGetProperty("properties", out var properties)) deepest = 1 + properties.EnumerateObject().Select(one => Levels(root, one.Value, inside)).DefaultIfEmpty().Max();
        return deepest;
    }

    private static void AssertNoRecursion(JsonElement root, JsonElement schema, HashSet<string> inside)
    {
        foreach (var one in Schemas(schema).Where(one => one.TryGetProperty("$ref", out _) && !one.Equals(root)))
        {
            var name = one.GetProperty("$ref").GetString()!["#/$defs/".Length..];
            Assert.IsTrue(inside.Add(name), name + " contains itself");
            AssertNoRecursion(root, root.GetProperty("$defs").GetProperty(name), inside);
            inside.Remove(name);
        }
    }
}
