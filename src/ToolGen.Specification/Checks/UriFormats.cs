using System;

namespace ToolGen.Checks;

/// <summary>The formats <c>uri</c> and <c>uri-reference</c>: <c>URI</c> and <c>URI-reference</c> of RFC 3986 appendix A, with the IPv6 of RFC 4291.</summary>
static partial class UriFormats
{
    private const string SubDelimiters = "!$&'()*+,;=";

    /// <summary>Has a scheme: <c>https://a.example/b?c#d</c>, <c>urn:isbn:1</c>.</summary>
    public static bool IsUri(ReadOnlySpan<char> text)
    {
        var colon = EndOfScheme(text);
        return colon > 0 && IsRest(text.Slice(colon + 1), relative: false);
    }

    /// <summary>A URI, or one relative to a base: <c>/b?c</c>, <c>../d</c>, the empty text.</summary>
    public static bool IsUriReference(ReadOnlySpan<char> text) => IsUri(text) || IsRest(text, relative: true);

    private static int EndOfScheme(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Ascii.IsLetter(text[0])) return -1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ':') return i;
            if (!Ascii.IsLetterOrDigit(text[i]) && text[i] is not ('+' or '-' or '.')) return -1;
        }

        return -1;
    }

    private static bool IsRest(ReadOnlySpan<char> text, bool relative)
    {
        var hash = text.IndexOf('#');
        if (hash >= 0)
        {
            if (!IsMadeOf(text.Slice(hash + 1), ":@/?")) return false;
            text = text.Slice(0, hash);
        }

        var question = text.IndexOf('?');
        if (question >= 0)
        {
            if (!IsMadeOf(text.Slice(question + 1), ":@/?")) return false;
            text = text.Slice(0, question);
        }

        if (text.Length >= 2 && text[0] == '/' && text[1] == '/')
        {
            text = text.Slice(2);
            var slash = text.IndexOf('/');
            return IsAuthority(slash < 0 ? text : text.Slice(0, slash)) && (slash < 0 || IsMadeOf(text.Slice(slash), ":@/"));
        }

        if (!IsMadeOf(text, ":@/")) return false;
        if (!relative) return true;

        // path-noscheme: a colon in the first segment would read as a scheme.
        var first = text.IndexOf('/');
        return (first < 0 ? text : text.Slice(0, first)).IndexOf(':') < 0;
    }

    private static bool IsAuthority(ReadOnlySpan<char> text)
    {
        var user = text.IndexOf('@');
        if (user >= 0)
        {
            if (!IsMadeOf(text.Slice(0, user), ":")) return false;
            text = text.Slice(user + 1);
        }

        if (text.Length > 0 && text[0] == '[')
        {
            var close = text.IndexOf(']');
            return close > 0 && IsLiteral(text.Slice(1, close - 1)) && IsPort(text.Slice(close + 1));
        }

        var colon = text.IndexOf(':');
        return colon < 0 ? IsMadeOf(text, "") : IsMadeOf(text.Slice(0, colon), "") && IsPort(text.Slice(colon));
    }

    private static bool IsPort(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] != ':') return false;
        foreach (var c in text.Slice(1))
            if (!Ascii.IsDigit(c)) return false;
        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('v' or 'V')) return HostFormats.IsIpv6(text);
        var dot = text.IndexOf('.');
        if (dot < 2 || dot == text.Length - 1) return false;
        foreach (var c in text.Slice(1, dot - 1))
            if (!Ascii.IsHex(c)) return false;
        foreach (var c in text.Slice(dot + 1))
            if (!IsPlain(c) && c != ':') return false;
        return true;
    }

    private static bool IsMadeOf(ReadOnlySpan<char> text, string more)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !Ascii.IsHex(text[i + 1]) || !Ascii.IsHex(text[i + 2])) return false;
                i += 2;
            }
            else if (!IsPlain(c) && more.IndexOf(c) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(char c) => Ascii.IsLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || SubDelimiters.IndexOf(c) >= 0;
}
