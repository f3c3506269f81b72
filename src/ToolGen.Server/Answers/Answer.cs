using System;
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace ToolGen.Server.Answers;

/// <summary>What a client reads: one JSON object, as structured content and as text.</summary>
internal static class Answer
{
    // A model reads it: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    /// <summary>An object.</summary>
    /// <param name="members">Writes its members.</param>
    /// <param name="isError">Whether what was asked for was not done.</param>
    public static CallToolResult Of(Action<Utf8JsonWriter> members, bool isError = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Of(buffer.WrittenMemory, isError);
    }

    /// <summary>JSON that is written already.</summary>
    public static CallToolResult Of(ReadOnlyMemory<byte> json, bool isError = false) => new()
    {
        IsError = isError,
        Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(json.Span) }],
        StructuredContent = JsonElement.Parse(json.Span, new JsonDocumentOptions { MaxDepth = 1_000 }),
    };

    /// <summary>Text that is no JSON.</summary>
    public static CallToolResult Text(string text, bool isError = false) => new() { IsError = isError, Content = [new TextContentBlock { Text = text }] };

    /// <summary>What was asked for is not done: a code and a sentence that says what to do.</summary>
    public static CallToolResult Refusal(string code, string sentence) => Text($"{code}: {sentence}", isError: true);

    /// <summary>A list of texts, left out where it is empty.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, System.Collections.Generic.IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
