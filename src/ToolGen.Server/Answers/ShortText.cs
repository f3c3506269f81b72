using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Server.Answers;

/// <summary>Text that a maker or caller wrote, for a model or a person: one line, nothing that cannot be seen, short.</summary>
internal static class ShortText
{
    public static string Of(string text, int most)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length > most) break;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && !InvisibleCharacters.Contains(rune.Value))
            {
                plain.Append(rune);
            }
        }

        var trimmed = plain.ToString().Trim();
        if (trimmed.Length <= most) return trimmed;
        var end = char.IsHighSurrogate(trimmed[most - 2]) ? most - 2 : most - 1;
        return trimmed[..end] + "…";
    }
}
