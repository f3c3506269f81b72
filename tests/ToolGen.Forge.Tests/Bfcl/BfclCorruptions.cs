using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>
/// Every systematic corruption of a call that passes, each with the one pointer where it must be refused: another type, null, a value outside
/// the enum, a required argument left out, an argument that is not known; inside objects and in the first element of lists too.
/// </summary>
internal static class BfclCorruptions
{
    public static IEnumerable<(string Kind, string Pointer, JsonObject Call)> Of(JsonObject schema, JsonObject call)
    {
        foreach (var (kind, pointer, mutate) in Object(schema, call, [])) yield return (kind, pointer, mutate);
    }

    private static IEnumerable<(string, string, JsonObject)> Object(JsonObject schema, JsonObject root, string[] path)
    {
        var here = (JsonObject)At(root, path)!;
        if (schema["properties"] is not JsonObject properties) yield break;
        var required = (schema["required"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToHashSet() ?? [];

        if (schema["additionalProperties"] is null) yield return ("unknown", Pointer([.. path, "no_such_argument"]), Changed(root, path, target => target["no_such_argument"] = 1));
        foreach (var name in required)
            yield return ("missing", Pointer([.. path, name]), Changed(root, path, target => target.Remove(name)));

        foreach (var (name, property) in properties)
        {
            var inner = (JsonObject)property!;
            string[] at = [.. path, name];
            if (inner["type"] is null) continue;
            foreach (var (kind, value) in Wrong(inner)) yield return (kind, Pointer(at), Changed(root, path, target => target[name] = value?.DeepClone()));
            if (here[name] is JsonObject && inner["properties"] is not null)
            {
                foreach (var deeper in Object(inner, root, at)) yield return deeper;
            }
            else if (here[name] is JsonArray { Count: > 0 } list && inner["items"] is JsonObject items && items["type"] is not null)
            {
                foreach (var (kind, value) in Wrong(items))
                    yield return (kind, Pointer([.. at, "0"]), Changed(root, path, target => ((JsonArray)target[name]!)[0] = value?.DeepClone()));
                if (list[0] is JsonObject && items["properties"] is not null)
                    foreach (var deeper in Object(items, root, [.. at, "0"])) yield return deeper;
            }
        }
    }

    private static IEnumerable<(string Kind, JsonNode? Value)> Wrong(JsonObject schema)
    {
        var type = schema["type"]!.GetValue<string>();
        JsonNode[] others = [JsonValue.Create("text"), JsonValue.Create(true), JsonValue.Create(1.5), new JsonArray(), new JsonObject()];
        string[] types = ["string", "boolean", "number", "array", "object"];
        for (var i = 0; i < others.Length; i++)
            if (types[i] != type) yield return ("type", others[i]);
        yield return ("null", null);
        if (schema["enum"] is not null) yield return ("enum", JsonValue.Create("no such value"));
    }

    private static JsonObject Changed(JsonObject root, string[] path, System.Action<JsonObject> change)
    {
        var copy = (JsonObject)root.DeepClone();
        change((JsonObject)At(copy, path)!);
        return copy;
    }

    private static JsonNode? At(JsonNode node, string[] path) =>
        path.Aggregate((JsonNode?)node, (at, step) => at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at![step]);

    private static string Pointer(string[] path) => string.Concat(path.Select(step => "/" + step.Replace("~", "~0").Replace("/", "~1")));

    /// <summary>The smallest call that a schema accepts with every argument present: what the sets without answers are corrupted from.</summary>
    public static JsonNode Smallest(JsonObject schema)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } allowed) return allowed[0]!.DeepClone();
        if (schema["default"] is { } standard) return standard.DeepClone();
        return schema["type"]?.GetValue<string>() switch
        {
            "string" => JsonValue.Create("a"),
            "integer" => JsonValue.Create(1),
            "number" => JsonValue.Create(1.5),
            "boolean" => JsonValue.Create(true),
            "array" => new JsonArray(schema["items"] is JsonObject items ? [Smallest(items)] : []),
            "object" => new JsonObject(((schema["properties"] as JsonObject) ?? []).Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Smallest((JsonObject)property.Value!)))),
            _ => JsonValue.Create(1),
        };
    }
}
