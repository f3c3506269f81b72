using System;
using System.Text;
using ToolGen.Values;

namespace ToolGen.Http;

/// <summary>The body of a request; called by generated code.</summary>
/// <param name="Bytes">Null: none.</param>
/// <param name="ContentType">Null where there is none.</param>
public readonly record struct HttpBody(ReadOnlyMemory<byte>? Bytes, string? ContentType)
{
    private const string JsonType = "application/json";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>JSON as <see cref="JsonBody.Of"/> writes it.</summary>
    public static HttpBody Json(ReadOnlyMemory<byte> json) => new(json, JsonType);

    /// <summary>Text in UTF-8; null is no body.</summary>
    /// <exception cref="ToolException"><c>limit</c>: it is too long.</exception>
    public static HttpBody Text(string? text)
    {
        if (text is null) return default;
        if (Encoding.UTF8.GetByteCount(text) > JsonBody.MaxBytes) throw new ToolException(ToolErrorCodes.Limit, $"what is sent is longer than {JsonBody.MaxBytes} bytes");
        return new(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
    }

    /// <summary>Bytes as they are; null is no body.</summary>
    /// <exception cref="ToolException"><c>limit</c>: there are too many.</exception>
    public static HttpBody Raw(ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } known) return default;
        if (known.Length > JsonBody.MaxBytes) throw new ToolException(ToolErrorCodes.Limit, $"what is sent is longer than {JsonBody.MaxBytes} bytes");
        return new(known, "application/octet-stream");
    }

    /// <summary>A value whose type only the run knows: text as text, bytes as they are, null as no body, anything else as JSON.</summary>
    public static HttpBody Of(object? value) => value is string text ? Text(text)
        : value is ReadOnlyMemory<byte> bytes ? Raw(bytes)
        : ValueText.IsNull(value) ? default
        : Json(JsonBody.Of(writer => writer.Value(value)));

    /// <summary>What is sent, as text in UTF-8; empty where nothing is.</summary>
    /// <exception cref="ToolException"><c>internal</c>: it is no text; what is made of another would be signed in its place.</exception>
    public string ToText()
    {
        try
        {
            return this.Bytes is { } bytes ? Strict.GetString(bytes.Span) : "";
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException(ToolErrorCodes.Internal, "the body is no text in UTF-8, so it cannot be signed as one");
        }
    }

    /// <summary>The same body under another type.</summary>
    public HttpBody As(string contentType) => this.Bytes is null ? this : this with { ContentType = contentType };
}
