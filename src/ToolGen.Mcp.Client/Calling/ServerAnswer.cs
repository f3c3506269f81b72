using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ToolGen.Mcp.Client.Schemas;
using ToolGen.Specification.Schemas;

namespace ToolGen.Mcp.Client.Calling;

/// <summary>Reads what a server answers to a call: structured content by its schemas, or text where the server published none.</summary>
/// <param name="maximumBytes">Of text and structured content together.</param>
/// <param name="outputs">All of them must be content.</param>
/// <param name="isStructured">Whether the server published a schema.</param>
internal sealed class ServerAnswer(int maximumBytes, IReadOnlyList<SchemaPlan> outputs, bool isStructured)
{
    // A model reads it: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The output of a tool whose server publishes no schema.</summary>
    public const string TextSchema =
        """{"type":"object","properties":{"text":{"type":"string"},"omitted":{"type":"array","items":{"type":"string"},"description":"Kinds of content that are no text and were left out."}},"required":["text"],"additionalProperties":false}""";

    /// <summary>The same with a further schema.</summary>
    public ServerAnswer With(SchemaPlan declared) => new(maximumBytes, [declared, .. outputs], isStructured);

    public ToolResult Read(CallToolResult result)
    {
        var blocks = (result.Content ?? []).OfType<ContentBlock>().ToArray();
        var structured = result.StructuredContent;
        var bytes = blocks.OfType<TextContentBlock>().Sum(block => (long)Encoding.UTF8.GetByteCount(block.Text ?? "")) + (structured is { } content ? JsonMarshal.GetRawUtf8Value(content).Length : 0);
        if (bytes > maximumBytes) return Failure(ToolErrorCodes.Limit, $"the server's answer has {bytes} bytes, and {maximumBytes} are allowed");
        var text = string.Join('\n', blocks.OfType<TextContentBlock>().Select(block => block.Text));
        if (result.IsError == true)
            return Failure(ToolErrorCodes.Upstream, PlainText.Of(text, PlainText.OfError) is { Length: > 0 } said ? $"the server says: \"{said}\"" : "the server says that the call failed, and not why");
        if (!isStructured) return this.Check(Text(text, blocks));
        if (structured is not { ValueKind: JsonValueKind.Object } answer) return Failure(ToolErrorCodes.BadData, "the server's answer has no structured content, which its outputSchema promises");
        return this.Check(JsonMarshal.GetRawUtf8Value(answer).ToArray());
    }

    private static ToolResult Failure(string code, string message) => ToolResult.Failure(new ToolError(code, message));

    private static byte[] Text(string text, IEnumerable<ContentBlock> blocks)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            var omitted = blocks.Where(block => block is not TextContentBlock).Select(block => PlainText.Of(block.Type ?? "", PlainText.OfName)).ToArray();
            if (omitted.Length > 0)
            {
                json.WriteStartArray("omitted");
                foreach (var kind in omitted.Take(100)) json.WriteStringValue(kind);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private ToolResult Check(ReadOnlyMemory<byte> output)
    {
        if (output.Length > maximumBytes) return Failure(ToolErrorCodes.Limit, $"the server's answer has {output.Length} bytes as JSON, and {maximumBytes} are allowed");
        if (JsonNodes.TryOf(JsonElement.Parse(output.Span)) is not { } node) return Failure(ToolErrorCodes.BadData, "the server's answer names a member twice, or holds half of a surrogate pair or an endless number");
        foreach (var plan in outputs)
            if (SchemaErrors.Of(plan, node, ToolErrorCodes.BadData) is { Count: > 0 } errors) return ToolResult.Failure(errors);
        return ToolResult.Success(output);
    }
}
