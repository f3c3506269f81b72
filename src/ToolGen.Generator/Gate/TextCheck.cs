using System.Globalization;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Gate;

/// <summary>The gate's first look, at characters alone: length, emptiness, and nothing that a reader cannot see.</summary>
internal static class TextCheck
{
    /// <summary>True where the text may be scanned; else one finding was added.</summary>
    public static bool Accepts(CodeText code, int most, string wanted)
    {
        var text = code.Value;
        if (text.Length > most)
        {
            code.Report(FindingCatalog.CodeTooLong, 0, 1, text.Length.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHidden(text, i))
            {
                if (char.IsHighSurrogate(text[i])) i++;
                continue;
            }

            var scalar = InvisibleCharacters.CodePointAt(text, i);
            code.Report(
                FindingCatalog.CodeHiddenCharacter, i, scalar > 0xFFFF ? 2 : 1, InvisibleCharacters.Name(scalar),
                scalar > 0xFFFF ? "\\U" + scalar.ToString("X8", CultureInfo.InvariantCulture) : "\\u" + scalar.ToString("X4", CultureInfo.InvariantCulture));
            return false;
        }

        if (!string.IsNullOrWhiteSpace(text)) return true;
        code.Report(FindingCatalog.CodeEmpty, 0, text.Length, wanted);
        return false;
    }

    // Line ends are LF alone: Roslyn also ends lines at CR, U+0085, U+2028 and U+2029, and where lines end decides what is a directive.
    private static bool IsHidden(string text, int index)
    {
        var unit = text[index];
        if (unit is '\n' or '\t') return false;
        if (unit is < ' ' or '\u007F' or '\uFFFE' or '\uFFFF' or >= '\uFDD0' and <= '\uFDEF') return true;
        if (unit < '\u007F') return false;

        // One selector behind a picture is ordinary; a run of them carries hidden bits.
        if (unit is '\uFE0E' or '\uFE0F') return index == 0 || text[index - 1] < '\u00A9' || text[index - 1] is '\uFE0E' or '\uFE0F';
        var scalar = InvisibleCharacters.CodePointAt(text, index);
        return scalar is >= 0xD800 and <= 0xDFFF || (scalar & 0xFFFE) == 0xFFFE || InvisibleCharacters.Contains(scalar);
    }
}
