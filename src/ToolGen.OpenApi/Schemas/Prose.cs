using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>
/// The words of a document as a model needs them: no markup, no invisible characters, and where they are long the first sentences and those
/// behind them that say what must be, may be, or is the default.
/// </summary>
internal static partial class Prose
{
    /// <summary>Most characters of a tool's description.</summary>
    public const int OfTool = 600;

    /// <summary>Most characters of a parameter's description, and of those inside it.</summary>
    public const int OfParameter = 300;

    /// <summary>Most text that is looked at.</summary>
    private const int Longest = 50_000;

    /// <summary>One line of plain text; empty where there is nothing to say.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (text.Length > Longest) text = text[..Longest];
        text = Link().Replace(Comment().Replace(text, " "), "$1");
        text = Tag().Replace(text, " ");
        text = WebUtility.HtmlDecode(text);
        var to = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == Rune.ReplacementChar.Value || (InvisibleCharacters.Contains(rune.Value) && rune.Value is not (0x2028 or 0x2029))) continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
            {
                if (to.Length > 0 && to[^1] != ' ') to.Append(' ');
            }
            else
            {
                to.Append(rune);
            }
        }

        return Marks().Replace(to.ToString(), "").Trim();
    }

    /// <summary>The text within a number of characters.</summary>
    public static string Short(string plain, int most)
    {
        if (plain.Length <= most) return plain;
        if (most < 2) return "";
        var sentences = Sentence().Split(plain).Where(sentence => sentence.Length > 0).ToList();
        var first = Cut(sentences[0], most);
        var left = most - first.Length;
        var kept = new HashSet<int> { 0 };

        // What a caller must know comes first, then the text in its order.
        foreach (var isNeeded in new[] { true, false })
        {
            for (var i = 1; i < sentences.Count; i++)
            {
                if (kept.Contains(i) || (isNeeded && !Needed().IsMatch(sentences[i])) || sentences[i].Length + 1 > left) continue;
                if (!isNeeded && !kept.Contains(i - 1)) break;
                kept.Add(i);
                left -= sentences[i].Length + 1;
            }
        }

        return string.Join(' ', kept.Order().Select(i => i == 0 ? first : sentences[i]));
    }

    /// <summary>A text and a further fact, as two sentences.</summary>
    public static string With(string text, string fact) => text.Length == 0 ? fact : text[^1] is '.' or '!' or '?' or ':' ? $"{text} {fact}" : $"{text}. {fact}";

    private static string Cut(string sentence, int most)
    {
        if (sentence.Length <= most) return sentence;
        var end = sentence.LastIndexOf(' ', most - 2);
        if (end < most / 2) end = most - 2;
        if (char.IsHighSurrogate(sentence[end - 1])) end--;
        return sentence[..end].TrimEnd(' ', ',', ';', ':') + " …";
    }

    [GeneratedRegex(@"!?\[([^\]\[]*)\]\([^)\s]*(?:\s[^)]*)?\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"<!--[^-]*-->", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\*\*|__|(^| )#{1,6} |```[a-z]*|`", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[.!?]) (?=[\p{Lu}\d""'(\[-])", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(must|required?|mandatory|only|default|max(imum)?|min(imum)?|at most|at least|between|one of|format|cannot|not allowed|either|comma|separated|valid|accepts?|supported|values?|units?|limit(ed)?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Needed();
}
