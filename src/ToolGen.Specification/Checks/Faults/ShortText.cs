using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ToolGen.Checks;

/// <summary>Text for a message that a model pays for: cut by what it costs in tokens, not by its length.</summary>
static class ShortText
{
    /// <summary>Of a list of what is allowed, in hundredths of a token.</summary>
    public const int ListCost = 2_200;

    /// <summary>Of one name.</summary>
    public const int NameCost = 800;

    /// <summary>Of the excerpt of a value.</summary>
    public const int ExcerptCost = 1_200;

    /// <summary>Of a JSON Pointer.</summary>
    public const int PointerCost = 1_600;

    /// <summary>Of a corrected value: a longer one would have to be cut, and half a value corrects nothing.</summary>
    public const int CorrectionCost = 2_400;

    /// <summary>Of whole arguments that stood inside something else: that error has no pointer and no list.</summary>
    public const int ArgumentsCost = 3_000;

    /// <summary>Of all parts of an error together.</summary>
    public const int ErrorCost = 6_800;

    /// <summary>The text where it is within <paramref name="cost"/>, else its beginning and an ellipsis; no surrogate pair is cut.</summary>
    public static string Cut(string text, int cost)
    {
        var end = Fitting(text, cost);
        if (end == text.Length) return text;
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text.Substring(0, end) + "…";
    }

    public static bool Fits(string text, int cost) => Fitting(text, cost) == text.Length;

    /// <summary>A name in quotes, for a sentence.</summary>
    public static string Name(string name) => "\"" + Cut(Visible(name), NameCost) + "\"";

    /// <summary>As many as fit, and how many more there are.</summary>
    public static string List(IReadOnlyList<string> words)
    {
        var list = new StringBuilder();
        var left = ListCost;
        for (var i = 0; i < words.Count; i++)
        {
            var cost = Cost(words[i], left) + 50;
            if (cost > left && i > 0) return list.Append(" and ").Append((words.Count - i).ToString(CultureInfo.InvariantCulture)).Append(" more").ToString();
            if (i > 0) list.Append(", ");
            list.Append(Visible(Cut(words[i], left)));
            left -= cost;
        }

        return list.ToString();
    }

    /// <summary>Control characters as blanks: a line break in a foreign name would make one message look like two.</summary>
    public static string Visible(string text)
    {
        StringBuilder? visible = null;
        for (var i = 0; i < text.Length; i++)
            if (char.IsControl(text[i])) (visible ??= new(text))[i] = ' ';
        return visible?.ToString() ?? text;
    }

    /// <summary>What a text costs, or more than <paramref name="cap"/>.</summary>
    public static int Cost(string text, int cap = ErrorCost)
    {
        var cost = 0;
        for (var i = 0; i < text.Length && cost <= cap; i++) cost += CostOf(text, i);
        return cost;
    }

    private static int Fitting(string text, int cap)
    {
        var cost = 0;
        for (var i = 0; i < text.Length; i++)
        {
            cost += CostOf(text, i);
            if (cost > cap) return i;
        }

        return text.Length;
    }

    // About what a vocabulary of 200,000 tokens needs at worst: words are cheaper than their letters, heaps of consonants are not.
    private static int CostOf(string text, int at)
    {
        var c = text[at];
        if (c >= 0x800) return char.IsSurrogate(c) ? 200 : 300;
        if (c >= 0x80) return 150;
        if (c is >= 'a' and <= 'z') return at == 0 || !IsLetter(text[at - 1]) ? 60 : IsWord(text, at) ? 30 : 75;
        if (c is >= 'A' and <= 'Z') return at > 0 && text[at - 1] is >= 'A' and <= 'Z' && IsWord(text, at) ? 40 : 80;
        if (c is >= '0' and <= '9') return at > 0 && text[at - 1] is >= '0' and <= '9' ? 35 : 80;
        return c == ' ' ? 20 : at > 0 && text[at - 1] == c ? 40 : 80;
    }

    private static bool IsWord(string text, int at)
    {
        for (var i = at; i >= 0 && i > at - 4; i--)
            if ((text[i] | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y') return true;
        return false;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
