using System;

namespace ToolGen.Checks;

/// <summary>The format <c>email</c>: <c>Mailbox</c> of RFC 5321 §4.1.2 with the lengths of §4.5.3.1.</summary>
static partial class EmailFormat
{
    /// <summary><c>local@domain</c>; the local part a dot-atom or quoted, the domain a host name or an address literal. One address, ASCII.</summary>
    public static bool IsEmail(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > 254) return false;
        var at = text[0] == '"' ? EndOfQuoted(text) : EndOfDotAtom(text);
        if (at is < 1 or > 64 || at >= text.Length - 1 || text[at] != '@') return false;
        var domain = text.Slice(at + 1);
        return domain[0] == '[' ? IsAddressLiteral(domain) : HostFormats.IsHostname(domain);
    }

    private static int EndOfDotAtom(ReadOnlySpan<char> text)
    {
        var at = 0;
        var afterDot = true;
        for (; at < text.Length && text[at] != '@'; at++)
        {
            if (text[at] == '.' ? afterDot : !IsAtomText(text[at])) return -1;
            afterDot = text[at] == '.';
        }

        return afterDot ? -1 : at;
    }

    private static int EndOfQuoted(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"') return at + 1;
            if (text[at] == '\\' && ++at == text.Length) return -1;
            if (text[at] is < ' ' or > '~') return -1;
        }

        return -1;
    }

    private static bool IsAtomText(char c) => Ascii.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".IndexOf(c) >= 0;

    private static bool IsAddressLiteral(ReadOnlySpan<char> domain)
    {
        if (domain[domain.Length - 1] != ']') return false;
        var inner = domain.Slice(1, domain.Length - 2);
        return inner.StartsWith("IPv6:".AsSpan(), StringComparison.OrdinalIgnoreCase)
            ? HostFormats.IsIpv6(inner.Slice(5))
            : HostFormats.IsIpv4(inner);
    }
}
