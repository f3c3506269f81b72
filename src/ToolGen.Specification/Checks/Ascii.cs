using System;

namespace ToolGen.Checks;

/// <summary>Character classes of RFC 5234 (ABNF core rules): ASCII only, whatever the culture.</summary>
internal static class Ascii
{
    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 25;

    public static bool IsLetterOrDigit(char c) => IsDigit(c) || IsLetter(c);

    public static bool IsHex(char c) => IsDigit(c) || (uint)((c | 0x20) - 'a') <= 5;

    /// <summary>Reads exactly <paramref name="count"/> digits at <paramref name="at"/>; at most 9.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, int at, int count, out int value)
    {
        value = 0;
        if (at + count > text.Length) return false;
        for (var i = at; i < at + count; i++)
        {
            if (!IsDigit(text[i])) return false;
            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }
}
