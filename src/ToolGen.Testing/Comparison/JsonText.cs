using System;
using System.Linq;
using System.Text.Json;
using ToolGen.Specification.Json;

namespace ToolGen.Testing.Comparison;

/// <summary>A tool's output as nodes. Not through the spec reader: data may hold what no spec may (invisible characters, great numbers).</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Null where the bytes are no JSON.</summary>
    public static JsonNode? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(utf8, Options);
            return Node(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: text that is no Unicode.
            return null;
        }
    }

    private static JsonNode Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new JsonBoolean(element.GetBoolean(), default),
        JsonValueKind.Number => new JsonNumber(element.GetRawText(), default),
        JsonValueKind.String => new JsonString(element.GetString()!, default),
        JsonValueKind.Array => new JsonArray(element.EnumerateArray().Select(Node).ToArray(), default),
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().Select(member => new JsonMember(member.Name, default, Node(member.Value))).ToArray(), default),
        _ => new JsonNull(default),
    };
}
