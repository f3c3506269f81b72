using System;
using System.Globalization;

namespace ToolGen.Checks;

/// <summary>What may stand in the head of a part of <c>multipart/form-data</c> (RFC 7578): nothing that ends its quotes, begins another line, or that readers undo.</summary>
internal static class PartRules
{
    /// <summary>Most characters of a part's name, and of its type.</summary>
    public const int Longest = 100;

    /// <summary>Most characters of a file's name.</summary>
    public const int LongestFileName = 200;

    /// <summary>A part's name: printable ASCII without quote and backslash.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is 0 or > Longest) return false;
        foreach (var c in text)
            if (c is < ' ' or > '~' or '"' or '\\') return false;
        return true;
    }

    /// <summary>A file's name: visible characters without quote, slash, backslash and escape; no blank at its ends.</summary>
    public static bool IsFileName(string text)
    {
        if (text.Length is 0 or > LongestFileName || text is "." or ".." || text[0] == ' ' || text[text.Length - 1] == ' ') return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or '\\' or '/' || (text[i] == '%' && IsEscape(text, i)) || !IsVisible(text, i)) return false;
            if (char.IsHighSurrogate(text[i])) i++;
        }

        return true;
    }

    /// <summary>A media type with its parameters, such as <c>text/csv; charset=utf-8</c>; no star, and not one that has parts of its own.</summary>
    public static bool IsMediaType(string text)
    {
        if (text.Length is 0 or > Longest) return false;
        var pieces = text.Split(';');
        if (!IsPair(pieces[0], '/') || pieces[0].IndexOf('*') >= 0 || StartsWith(pieces[0], "multipart/") || StartsWith(pieces[0], "message/")) return false;
        for (var i = 1; i < pieces.Length; i++)
            if (!IsPair(pieces[i].TrimStart(' '), '=')) return false;
        return true;
    }

    // Browsers write a quote as %22, and services read it so.
    private static bool IsEscape(string text, int at) => at + 2 < text.Length && Ascii.IsHex(text[at + 1]) && Ascii.IsHex(text[at + 2]);

    private static bool IsVisible(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsPair(string text, char sign)
    {
        var at = text.IndexOf(sign);
        return at > 0 && IsToken(text.Substring(0, at)) && IsToken(text.Substring(at + 1));
    }

    private static bool IsToken(string text)
    {
        if (text.Length == 0) return false;
        foreach (var c in text)
            if (!Ascii.IsLetterOrDigit(c) && "!#$%&'*+-.^_`|~".IndexOf(c) < 0) return false;
        return true;
    }

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
