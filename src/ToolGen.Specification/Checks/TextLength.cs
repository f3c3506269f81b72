using System;

namespace ToolGen.Checks;

/// <summary>Lengths in Unicode code points, as <c>minLength</c> and <c>maxLength</c> count them (JSON Schema Validation §6.3).</summary>
static partial class TextLength
{
    /// <summary>Of UTF-16; a lone surrogate counts as one.</summary>
    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]) || !char.IsHighSurrogate(text[i - 1])) continue;
            count--;
            i++;
        }

        return count;
    }

    /// <summary>Of valid UTF-8 without JSON escapes.</summary>
    public static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
            if ((unit & 0xC0) != 0x80) count++;
        return count;
    }
}
