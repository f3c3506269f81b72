using System;
using System.Text;

namespace ToolGen.Catalogs;

/// <summary>
/// The texts of a <see cref="CatalogSource"/>. They are read byte by byte: the first search in a span and the first text that a process decodes by <see cref="Encoding"/>
/// take the runtime longer than a thousand tools take this way.
/// </summary>
internal static class PublishedText
{
    public const byte LineEnd = (byte)'\n';
    public const byte FieldEnd = (byte)'\t';
    private const int OnStack = 512;

    public static string[] Lines(ReadOnlySpan<byte> data)
    {
        var count = 0;
        foreach (var one in data)
            if (one == LineEnd) count++;
        var lines = new string[count];
        var at = 0;
        for (var i = 0; i < lines.Length; i++) lines[i] = Next(data, LineEnd, ref at);
        return lines;
    }

    /// <summary>The text up to an end.</summary>
    /// <param name="data">UTF-8 with escapes.</param>
    /// <param name="end">Stands behind each text, and in none.</param>
    /// <param name="at">Where the text begins; then what is behind its end.</param>
    public static string Next(ReadOnlySpan<byte> data, byte end, ref int at)
    {
        var start = at;
        while (data[at] != end) at++;
        return Plain(data[start..at++]);
    }

    private static string Plain(ReadOnlySpan<byte> utf8)
    {
        var chars = utf8.Length <= OnStack ? stackalloc char[OnStack] : new char[utf8.Length];
        var count = 0;
        for (var at = 0; at < utf8.Length;)
        {
            var one = utf8[at];
            if (one < 0x80)
            {
                chars[count++] = one != '\\' ? (char)one : utf8[++at] switch { (byte)'n' => '\n', (byte)'t' => '\t', var other => (char)other };
                at++;
                continue;
            }

            Rune.DecodeFromUtf8(utf8[at..], out var rune, out var length);
            count += rune.EncodeToUtf16(chars[count..]);
            at += length;
        }

        return new(chars[..count]);
    }
}
