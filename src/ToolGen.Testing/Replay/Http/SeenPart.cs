using System;
using System.Text;

namespace ToolGen.Testing.Replay.Http;

/// <summary>A part of a body as a sample compares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FileName">Null: none.</param>
/// <param name="ContentType">Null: none.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SeenPart(string Name, string? FileName, string? ContentType, byte[] Content)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public string Text => TextOf(this.Content);

    /// <summary>UTF-8, and base64 where bytes are none.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Convert.ToBase64String(bytes);
        }
    }
}
