using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>
/// What mending a schema of the set must give, written a second time and without a rule of ToolGen's: the type words, the four schemas with
/// <c>optional</c>, the five wrong defaults and the two old tuples, each by name.
/// </summary>
internal static class BfclSchema
{
    private static readonly Dictionary<string, string> Types = new() { ["dict"] = "object", ["float"] = "number", ["tuple"] = "array" };

    /// <summary>How many words of each kind were met.</summary>
    public static Dictionary<string, int> Words(JsonElement schema)
    {
        var words = new Dictionary<string, int>();
        Visit(JsonNode.Parse(schema.GetRawText())!, node =>
        {
            if (node["type"]?.GetValue<string>() is { } word) words[word] = words.GetValueOrDefault(word) + 1;
        });
        return words;
    }

    /// <summary>The schema as it must be after it was mended.</summary>
    public static JsonNode Mended(JsonElement schema)
    {
        var root = JsonNode.Parse(schema.GetRawText())!;
        Visit(root, node =>
        {
            if (node["type"]?.GetValue<string>() is { } word)
            {
                if (word == "any") node.Remove("type");
                else if (Types.TryGetValue(word, out var type)) node["type"] = type;
            }

            node.Remove("optional");
            if (node["type"]?.GetValue<string>() == "boolean" && node["default"]?.ToJsonString() == "\"false\"") node["default"] = false;
            if (node["type"]?.GetValue<string>() == "array" && node["default"]?.ToJsonString() == "\"all\"") node.Remove("default");
            if (node["items"] is JsonArray positions)
            {
                var index = node.IndexOf("items");
                node.Remove("items");
                node.Insert(index, "prefixItems", positions);
            }
        });
        return root;
    }

    private static void Visit(JsonNode node, Action<JsonObject> visit)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.ToArray()) Visit(item!, visit);
            return;
        }

        if (node is not JsonObject schema) return;
        if (schema["items"] is { } items) Visit(items, visit);
        if (schema["properties"] is JsonObject properties)
            foreach (var (_, property) in properties.ToArray()) Visit(property!, visit);
        visit(schema);
    }
}
