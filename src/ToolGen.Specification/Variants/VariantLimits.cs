using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Variants;

/// <summary>Counts what a provider limits for one tool. Limits of a whole request are met by one tool at most.</summary>
internal static class VariantLimits
{
    /// <summary>The limit that a schema breaks, in words; null where it keeps to all.</summary>
    public static string? Broken(JsonObject schema, Provider provider)
    {
        var all = Schemas(schema).ToArray();
        var properties = all.Select(one => one["properties"]).OfType<JsonObject>().Select(one => one.Members.Count).ToArray();
        var required = all.Select(one => one["required"]).OfType<JsonArray>().Sum(one => one.Items.Count);
        var values = all.Select(one => one["enum"]).OfType<JsonArray>().ToArray();
        var text = all.Select(one => one["properties"]).OfType<JsonObject>().Sum(one => one.Members.Sum(member => member.Name.Length))
            + ((schema["$defs"] as JsonObject)?.Members.Sum(member => member.Name.Length) ?? 0)
            + values.Sum(one => one.Items.Sum(item => (item as JsonString)?.Value.Length ?? 4));
        return Over(properties.Sum(), provider.MaxProperties, "properties") ?? Over(values.Sum(one => one.Items.Count), provider.MaxEnumValues, "enum values")
            ?? Over(text, provider.MaxText, "characters of names and enum values") ?? Over(properties.Sum() - required, provider.MaxOptional, "optional properties")
            ?? Over(all.Count(one => one.Member("anyOf") is not null), provider.MaxUnions, "unions");
    }

    /// <summary>Every schema inside a schema of a variant, itself first.</summary>
    public static IEnumerable<JsonObject> Schemas(JsonNode root)
    {
        var open = new Stack<JsonNode>([root]);
        while (open.Count > 0)
        {
            if (open.Pop() is not JsonObject schema) continue;
            yield return schema;
            foreach (var member in schema.Members.Reverse())
            {
                if (member.Name is "properties" or "$defs") foreach (var one in ((JsonObject)member.Value).Members.Reverse()) open.Push(one.Value);
                if (member.Name is "anyOf") foreach (var one in ((JsonArray)member.Value).Items.Reverse()) open.Push(one);
                if (member.Name is "items") open.Push(member.Value);
            }
        }
    }

    private static string? Over(int count, int limit, string what) => count > limit ? $"{count} {what}, more than {limit}" : null;
}
