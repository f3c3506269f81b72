using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Mcp.Client;

/// <summary>Foreign text for a model or a person: one line, nothing invisible, short.</summary>
internal static class PlainText
{
    /// <summary>Most characters of a tool's description.</summary>
    public const int OfTool = 1_000;

    /// <summary>Of a description inside a schema.</summary>
    public const int OfSchema = 300;

    /// <summary>Of what a server says of an error.</summary>
    public const int OfError = 300;

    /// <summary>Of a name.</summary>
    public const int OfName = 100;

    /// <summary>The text without what cannot be seen; blanks of any kind are one blank.</summary>
    public static string Of(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
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
