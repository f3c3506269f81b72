using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>Calls that pass, changed in the ways that models change them: each keeps what was meant.</summary>
internal static class BfclSlips
{
    public static IEnumerable<(string Kind, JsonNode Call)> Of(string tool, JsonObject schema, JsonObject call)
    {
        yield return ("wrapped in arguments", new JsonObject { ["arguments"] = call.DeepClone() });
        yield return ("whole call", new JsonObject { ["name"] = tool, ["arguments"] = call.DeepClone() });
        yield return ("whole call, encoded", new JsonObject { ["name"] = tool, ["arguments"] = call.ToJsonString() });
        yield return ("wrapped in its name", new JsonObject { [tool] = call.DeepClone() });
        yield return ("encoded twice", JsonValue.Create(call.ToJsonString())!);
        yield return ("in a list", new JsonArray(call.DeepClone()));
        foreach (var (name, value) in call.ToArray())
        {
            var property = schema["properties"]?[name] as JsonObject;
            var type = property?["type"]?.GetValue<string>();
            foreach (var (kind, wrong) in Values(type, property, value))
                yield return (kind, With(call, name, name, wrong));
            foreach (var (kind, other) in Names(name).Where(other => !call.ContainsKey(other.Name) && schema["properties"]?[other.Name] is null))
                yield return (kind, With(call, name, other, value?.DeepClone()));
        }

        foreach (var name in ((JsonObject?)schema["properties"] ?? []).Select(property => property.Key).Where(name => !call.ContainsKey(name)))
        {
            yield return ("null for left out", With(call, name, name, null));
        }

        yield return ("one more property", With(call, "reasoning", "reasoning", "because"));
    }

    private static IEnumerable<(string Kind, JsonNode? Value)> Values(string? type, JsonObject? property, JsonNode? value)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.Number when type is "integer" or "number":
                yield return ("number in a string", value.ToJsonString());
                yield return ("number in a list", new JsonArray(value.DeepClone()));
                break;
            case JsonValueKind.True or JsonValueKind.False when type == "boolean":
                yield return ("boolean in a string", value.ToJsonString());
                yield return ("Python's boolean in a string", value.ToJsonString() == "true" ? "True" : "False");
                break;
            case JsonValueKind.Array when type == "array":
                yield return ("list in a string", value.ToJsonString());
                if (value is JsonArray and [{ } only] && only.GetValueKind() != JsonValueKind.Array) yield return ("one value for a list", only.DeepClone());
                break;
            case JsonValueKind.Object when type == "object":
                yield return ("object in a string", value.ToJsonString());
                yield return ("object in a list", new JsonArray(value.DeepClone()));
                break;
            case JsonValueKind.String when type == "string":
                yield return ("text in a list", new JsonArray(value.DeepClone()));
                if (property?["enum"] is null || value.GetValue<string>() is not { Length: > 3 } word) break;
                yield return ("enum in capitals", word.ToUpperInvariant());
                yield return ("enum with a slip", word[..^1]);
                break;
        }
    }

    private static IEnumerable<(string Kind, string Name)> Names(string name)
    {
        if (name.Contains('_')) yield return ("name in camelCase", string.Concat(name.Split('_').Select((word, i) => i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])));
        if (name.Contains('_')) yield return ("name with hyphens", name.Replace('_', '-'));
        if (char.IsLower(name[0])) yield return ("name with a capital", char.ToUpperInvariant(name[0]) + name[1..]);
        if (name.Length > 4) yield return ("name with a slip", name[..^2] + name[^1] + name[^2]);
    }

    private static JsonObject With(JsonObject call, string name, (string Kind, string Name) other, JsonNode? value) => With(call, name, other.Name, value);

    private static JsonObject With(JsonObject call, string name, string other, JsonNode? value)
    {
        var copy = (JsonObject)call.DeepClone();
        copy.Remove(name);
        copy[other] = value;
        return copy;
    }
}
