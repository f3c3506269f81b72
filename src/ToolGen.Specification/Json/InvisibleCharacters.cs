namespace ToolGen.Specification.Json;

/// <summary>
/// Characters that a reviewer can't see, or that change the order in which others are shown ("Trojan Source", CVE-2021-42574;
/// tag characters carry hidden prompts). After Unicode's Default_Ignorable_Code_Point, with the bidi controls, line and paragraph
/// separators and the C1 controls.
/// </summary>
public static class InvisibleCharacters
{
    /// <summary>Whether a code point is invisible. The emoji and text presentation selectors U+FE0E and U+FE0F are not counted: they stand in ordinary text.</summary>
    public static bool Contains(int codePoint) => codePoint switch
    {
        < 0x7F => false,
        <= 0x9F => true,
        0xAD or 0x34F or 0x61C => true,
        < 0x115F => false,
        <= 0x1160 => true,
        0x17B4 or 0x17B5 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x2028 and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        0x2800 or 0x3164 => true,
        >= 0xFE00 and <= 0xFE0D => true,
        0xFEFF or 0xFFA0 => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0x1BCA0 and <= 0x1BCA3 => true,
        >= 0x1D173 and <= 0x1D17A => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    /// <summary>The offset of the first invisible character at or behind <paramref name="start"/>, or -1; a surrogate pair counts as its code point.</summary>
    public static int IndexIn(string text, int start = 0)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] < 0x7F) continue;
            if (Contains(CodePointAt(text, i))) return i;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        return -1;
    }

    /// <summary>The code point that begins at an offset; a lone surrogate is its own value.</summary>
    public static int CodePointAt(string text, int offset) =>
        char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1])
            ? char.ConvertToUtf32(text[offset], text[offset + 1])
            : text[offset];

    /// <summary>The code point for a message, such as <c>U+202E</c>.</summary>
    public static string Name(int codePoint) => "U+" + codePoint.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
}
