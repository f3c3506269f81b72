using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text.Json;
using ToolGen.Specification.Json;

namespace ToolGen.Mcp.Client.Schemas;

/// <summary>JSON as the schema reader and the interpreter take it. They read files, where places matter; here a value came over a wire, and its length is what checking it may cost.</summary>
internal static class JsonNodes
{
    // As the reader of files has it: a longer number is a trap for whoever computes with it.
    private const int LongestNumber = 1_000;
    private const int LongestExponent = 4;

    /// <summary>The value; null where a name stands twice, a text holds half of a surrogate pair, or a number is too long.</summary>
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
        var span = new TextSpan(0, JsonMarshal.GetRawUtf8Value(value).Length);
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

                return new JsonObject(members, span);
            case JsonValueKind.Array:
                var items = new List<JsonNode>();
                foreach (var item in value.EnumerateArray()) items.Add(Of(item));
                return new JsonArray(items, span);
            case JsonValueKind.String:
                return new JsonString(value.GetString()!, span);
            case JsonValueKind.Number:
                return new JsonNumber(Number(value.GetRawText()), span);
            case JsonValueKind.True or JsonValueKind.False:
                return new JsonBoolean(value.GetBoolean(), span);
            default:
                return new JsonNull(span);
        }
    }

    private static string Number(string text)
    {
        var exponent = text.AsSpan(text.IndexOfAny(['e', 'E']) is >= 0 and var at ? at + 1 : text.Length).TrimStart("+-");
        return text.Length <= LongestNumber && exponent.Length <= LongestExponent ? text : throw new InvalidOperationException("a number is too long");
    }
}
