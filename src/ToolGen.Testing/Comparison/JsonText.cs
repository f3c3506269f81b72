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
            // A check takes as many steps as the text allows.
            return Node(document.RootElement, new(0, utf8.Length));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: text that is no Unicode.
            return null;
        }
    }

    private static JsonNode Node(JsonElement element) => Node(element, default);

    private static JsonNode Node(JsonElement element, TextSpan span) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new JsonBoolean(element.GetBoolean(), span),
        JsonValueKind.Number => new JsonNumber(element.GetRawText(), span),
        JsonValueKind.String => new JsonString(element.GetString()!, span),
        JsonValueKind.Array => new JsonArray(element.EnumerateArray().Select(Node).ToArray(), span),
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().Select(member => new JsonMember(member.Name, default, Node(member.Value))).ToArray(), span),
        _ => new JsonNull(span),
    };
}
