using System.Globalization;

namespace ToolGen.Specification.Specs;

/// <summary>
/// Characters that a reader of a spec cannot see, or that change what a reader sees: controls, bidirectional marks, tags, joiners,
/// fillers, variation selectors. They are refused in every string of a spec (SPEC §6); C# inside a spec writes them as escapes.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>The index of the first hidden character at or after <paramref name="start"/>, in UTF-16 units; -1 where there is none.</summary>
    public static int IndexIn(string text, int start = 0)
    {
        for (var i = start; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit is >= ' ' and < '\u007F' or '\n' or '\t' or '\r') continue;
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (IsHiddenBeyondBmp(char.ConvertToUtf32(unit, text[i + 1]))) return i;
                i++;
            }
            else if (IsHidden(unit) && !IsPartOfPicture(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The character at an index as people look it up: <c>U+202E</c>.</summary>
    public static string NameAt(string text, int index) =>
        "U+" + (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? char.ConvertToUtf32(text, index) : text[index])
            .ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsHidden(char unit) => unit
        is < ' ' or >= '\u007F' and <= '\u009F' or '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5'
        or >= '\u180B' and <= '\u180F' or >= '\u200B' and <= '\u200F' or >= '\u2028' and <= '\u202E' or >= '\u2060' and <= '\u206F'
        or '\u2800' or '\u3164' or >= '\uD800' and <= '\uDFFF' or >= '\uFDD0' and <= '\uFDEF' or >= '\uFE00' and <= '\uFE0F' or '\uFEFF' or '\uFFA0'
        or >= '\uFFF0' and <= '\uFFFB' or '\uFFFE' or '\uFFFF';

    private static bool IsHiddenBeyondBmp(int scalar) =>
        scalar is >= 0xE0000 and <= 0xE0FFF or >= 0x1D173 and <= 0x1D17A or >= 0x1BCA0 and <= 0x1BCA3 || (scalar & 0xFFFE) == 0xFFFE;

    // One emoji-style selector or joiner behind a picture is seen, as a part of it; a run of them carries hidden bytes.
    private static bool IsPartOfPicture(string text, int index) =>
        index > 0 && text[index] switch
        {
            '\uFE0E' or '\uFE0F' => IsPicture(text[index - 1]),
            '\u200D' => (IsPicture(text[index - 1]) || text[index - 1] == '\uFE0F')
                && index + 1 < text.Length && (char.IsHighSurrogate(text[index + 1]) || IsPicture(text[index + 1])),
            _ => false,
        };

    private static bool IsPicture(char unit) =>
        char.IsLowSurrogate(unit) || unit is >= '\u2190' and <= '\u27FF' or >= '\u2900' and <= '\u2BFF' or '\u00A9' or '\u00AE' or >= '\u3000' and <= '\u32FF';
}
