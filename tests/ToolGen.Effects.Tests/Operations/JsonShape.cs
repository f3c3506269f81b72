using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.Effects.Tests.Operations;

/// <summary>A JSON Schema that fits what was seen: a member that isn't in every object is optional, numbers of both kinds are numbers.</summary>
internal static class JsonShape
{
    public static JsonObject Of(params IReadOnlyList<JsonNode?> values)
    {
        var present = values.Where(value => value is not null).Select(value => value!).ToList();
        var words = present.Select(Word).Distinct().ToList();
        if (words.Contains("number")) words.Remove("integer");
        if (words.Count != 1) return [];
        JsonNode type = present.Count == values.Count ? words[0] : new JsonArray(words[0], "null");
        var schema = new JsonObject { ["type"] = type };
        if (words[0] == "array")
        {
            var elements = present.SelectMany(value => value.AsArray()).ToList();
            schema["items"] = elements.Count == 0 ? new JsonObject() : Of(elements);
        }
        else if (words[0] == "object")
        {
            Describe(schema, present.Select(value => value.AsObject()).ToList());
        }

        return schema;
    }

    private static void Describe(JsonObject schema, List<JsonObject> objects)
    {
        var names = objects.SelectMany(value => value.Select(member => member.Key)).Distinct().ToList();
        var properties = new JsonObject();
        foreach (var name in names) properties[name] = Of(objects.Where(value => value.ContainsKey(name)).Select(value => value[name]).ToList());
        schema["properties"] = properties;
        schema["required"] = new JsonArray(names.Where(name => objects.All(value => value.ContainsKey(name))).Select(name => (JsonNode)name!).ToArray());
    }

    private static string Word(JsonNode value) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
        _ => "boolean",
    };
}
