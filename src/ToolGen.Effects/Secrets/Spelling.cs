using System;
using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ToolGen.Effects.Secrets;

/// <summary>Finds bytes however they are escaped: <c>%2B</c>, <c>\\u002b</c>, <c>\\"</c>, <c>&amp;amp;</c>, <c>&amp;#43;</c>, a plus for a space; each byte in its own way.</summary>
internal static class Spelling
{
    private static readonly (string Text, byte Value)[] Entities = [("&amp;", (byte)'&'), ("&lt;", (byte)'<'), ("&gt;", (byte)'>'), ("&quot;", (byte)'"'), ("&apos;", (byte)'\'')];

    /// <summary>Where the bytes end that spell <paramref name="wanted"/> from <paramref name="at"/> on; -1 where none do.</summary>
    public static int Match(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> wanted)
    {
        Span<byte> unescaped = stackalloc byte[4];
        while (wanted.Length > 0)
        {
            if (at >= text.Length) return -1;
            if (text[at] is (byte)'%' or (byte)'\\' or (byte)'&' or (byte)'+')
            {
                var used = Unescape(text[at..], unescaped, out var written);
                if (used > 0 && wanted.StartsWith(unescaped[..written]) && Match(text, at + used, wanted[written..]) is >= 0 and var end) return end;
            }

            if (text[at] != wanted[0]) return -1;
            at++;
            wanted = wanted[1..];
        }

        return at;
    }

    /// <summary>How many bytes are one escape, and what it stands for; 0 where there is none.</summary>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> to, out int written)
    {
        written = 1;
        to[0] = 0;
        switch (text[0])
        {
            case (byte)'+':
                to[0] = (byte)' ';
                return 1;
            case (byte)'%' when text.Length > 2 && Hex(text.Slice(1, 2)) is >= 0 and var value:
                to[0] = (byte)value;
                return 3;
            case (byte)'\\' when text.Length > 1:
                return Backslash(text, to, out written);
            case (byte)'&':
                return Entity(text, to, out written);
            default:
                return 0;
        }
    }

    private static int Backslash(ReadOnlySpan<byte> text, Span<byte> to, out int written)
    {
        written = 1;
        var simple = (char)text[1] switch { '"' or '\\' or '/' or '\'' => (int)text[1], 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => -1 };
        if (simple >= 0)
        {
            to[0] = (byte)simple;
            return 2;
        }

        if (text[1] != 'u' || text.Length < 6 || Hex(text.Slice(2, 4)) is not (>= 0 and var first)) return 0;
        if (Rune.TryCreate((char)first, out var rune))
        {
            written = rune.EncodeToUtf8(to);
            return 6;
        }

        if (text.Length < 12 || text[6] != '\\' || text[7] != 'u' || Hex(text.Slice(8, 4)) is not (>= 0 and var second) || !Rune.TryCreate((char)first, (char)second, out rune)) return 0;
        written = rune.EncodeToUtf8(to);
        return 12;
    }

    private static int Entity(ReadOnlySpan<byte> text, Span<byte> to, out int written)
    {
        written = 1;
        foreach (var (entity, value) in Entities)
        {
            if (text.Length < entity.Length || !Ascii.Equals(text[..entity.Length], entity)) continue;
            to[0] = value;
            return entity.Length;
        }

        if (text.Length < 4 || text[1] != '#') return 0;
        var end = text[..Math.Min(text.Length, 12)].IndexOf((byte)';');
        if (end < 0) return 0;
        var hex = text[2] is (byte)'x' or (byte)'X';
        var digits = text[(hex ? 3 : 2)..end];
        if (!Utf8Parser.TryParse(digits, out int code, out var used, hex ? 'x' : 'D') || used != digits.Length || !Rune.TryCreate(code, out var rune)) return 0;
        written = rune.EncodeToUtf8(to);
        return end + 1;
    }

    private static int Hex(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit)) return -1;
            value = (value * 16) + int.Parse([(char)digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return value;
    }
}
