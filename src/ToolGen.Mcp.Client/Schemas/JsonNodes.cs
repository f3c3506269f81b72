using System;
using System.Collections.Generic;
using System.Text.Json;
using ToolGen.Specification.Json;

namespace ToolGen.Mcp.Client.Schemas;

/// <summary>JSON as the schema reader and the interpreter take it. They read files, where places matter; here a value came over a wire.</summary>
internal static class JsonNodes
{
    /// <summary>The value; null where a name stands twice or a text holds half of a surrogate pair.</summary>
    public static JsonNode? TryOf(JsonElement value)
    {
        try
        {
            return Of(value);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonNode Of(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                var members = new List<JsonMember>();
                foreach (var member in value.EnumerateObject())
                {
                    if (!names.Add(member.Name)) throw new InvalidOperationException(member.Name);
                    members.Add(new(member.Name, default, Of(member.Value)));
                }

                return new JsonObject(members, default);
            case JsonValueKind.Array:
                var items = new List<JsonNode>();
                foreach (var item in value.EnumerateArray()) items.Add(Of(item));
                return new JsonArray(items, default);
            case JsonValueKind.String:
                return new JsonString(value.GetString()!, default);
            case JsonValueKind.Number:
                return new JsonNumber(value.GetRawText(), default);
            case JsonValueKind.True or JsonValueKind.False:
                return new JsonBoolean(value.GetBoolean(), default);
            default:
                return new JsonNull(default);
        }
    }
}
