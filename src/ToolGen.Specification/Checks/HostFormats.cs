using System;

namespace ToolGen.Checks;

/// <summary>The formats <c>hostname</c> (RFC 1123 §2.1), <c>ipv4</c> (RFC 2673 §3.2, dotted-quad) and <c>ipv6</c> (RFC 4291 §2.2).</summary>
static partial class HostFormats
{
    /// <summary>Labels of letters, digits and inner hyphens, 1–63 each, 253 in all, no final dot. Labels of IDNA (<c>xn--</c>) pass as the ASCII they are.</summary>
    public static bool IsHostname(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 253) return false;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '.')
            {
                if (!Ascii.IsLetterOrDigit(text[i]) && text[i] != '-') return false;
                continue;
            }

            if (i == start || i - start > 63 || text[start] == '-' || text[i - 1] == '-') return false;
            start = i + 1;
        }

        return true;
    }

    /// <summary>Four decimal numbers up to 255 without leading zeros (which some readers take for octal).</summary>
    public static bool IsIpv4(ReadOnlySpan<char> text)
    {
        if (text.Length is < 7 or > 15) return false;
        int parts = 1, value = 0, digits = 0;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (digits == 0 || ++parts > 4) return false;
                value = digits = 0;
                continue;
            }

            if (!Ascii.IsDigit(c) || (digits > 0 && value == 0)) return false;
            value = (value * 10) + (c - '0');
            if (value > 255) return false;
            digits++;
        }

        return parts == 4 && digits > 0;
    }

    /// <summary>Eight groups of 1–4 hex digits, one <c>::</c> for a run of zeros, the last two groups perhaps as IPv4. No zone, no prefix length.</summary>
    public static bool IsIpv6(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 45) return false;
        var groups = 0;
        var compressed = false;
        var at = 0;
        if (text[0] == ':')
        {
            if (text[1] != ':') return false;
            compressed = true;
            at = 2;
        }

        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && Ascii.IsHex(text[at])) at++;
            if (at < text.Length && text[at] == '.')
            {
                if (!IsIpv4(text.Slice(start))) return false;
                groups += 2;
                break;
            }

            if (at - start is 0 or > 4) return false;
            groups++;
            if (at == text.Length) break;
            if (text[at++] != ':' || at == text.Length) return false;
            if (text[at] != ':') continue;
            if (compressed) return false;
            compressed = true;
            at++;
        }

        return compressed ? groups <= 7 : groups == 8;
    }
}
