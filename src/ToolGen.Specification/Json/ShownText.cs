using System.Text;

namespace ToolGen.Specification.Json;

/// <summary>Texts for a sentence: cut where they are long, and made plain where a stranger wrote them.</summary>
public static class ShownText
{
    /// <summary>The text; where it is longer, its beginning and an ellipsis. No character of two halves is cut between them.</summary>
    /// <param name="text">What is to be shown.</param>
    /// <param name="most">Characters of the answer, the ellipsis among them; at least two.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text.Substring(0, end) + "…";
    }

    /// <summary>The text on one line, without what cannot be seen, cut; blanks of any kind are one blank.</summary>
    /// <param name="text">As a stranger wrote it.</param>
    /// <param name="most">As for <see cref="Cut"/>.</param>
    public static string Plain(string text, int most)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length && plain.Length <= most; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (plain.Length > 0 && plain[plain.Length - 1] != ' ') plain.Append(' ');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (!InvisibleCharacters.Contains(char.ConvertToUtf32(c, text[++i]))) plain.Append(c).Append(text[i]);
            }
            else if (!char.IsSurrogate(c) && c != '\uFFFD' && !InvisibleCharacters.Contains(c))
            {
                plain.Append(c);
            }
        }

        return Cut(plain.ToString().Trim(), most);
    }
}
