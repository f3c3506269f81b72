using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ToolGen.Effects.Http;

/// <summary>
/// Hosts of URLs, read strictly: what one reader takes for an address and another for a name is none (WHATWG URL "ends in a number", RFC 3986 §3.2.2).
/// </summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false };

    /// <summary>In lower case and ASCII, an IPv6 address in brackets and canonical; null where it is no host.</summary>
    public static string? Canonical(string host)
    {
        if (IsPlainName(host)) return host;
        if (host.StartsWith('[')) return SixOrNull(host);
        var ascii = Ascii(host);
        if (ascii is null || ascii.Length is 0 or > 253) return null;
        var labels = ascii.Split('.');
        if (!labels.All(IsLabel)) return null;
        return IsNumber(labels[^1]) && !IsDottedQuad(labels) ? null : ascii;
    }

    /// <summary>The address that a canonical host is; null where it is a name.</summary>
    public static IPAddress? Address(string canonical)
    {
        if (canonical.StartsWith('[')) return IPAddress.Parse(canonical.AsSpan(1, canonical.Length - 2));
        return char.IsAsciiDigit(canonical[^1]) && IsDottedQuad(canonical.Split('.')) ? IPAddress.Parse(canonical) : null;
    }

    // What nearly every host is: it needs no second look.
    private static bool IsPlainName(ReadOnlySpan<char> host)
    {
        if (host.Length is 0 or > 253 || !char.IsAsciiLetterLower(host[host.LastIndexOf('.') + 1 is var last && last < host.Length ? last : 0])) return false;
        var start = 0;
        for (var i = 0; i <= host.Length; i++)
        {
            if (i < host.Length && host[i] != '.')
            {
                if (!char.IsAsciiLetterLower(host[i]) && !char.IsAsciiDigit(host[i]) && (host[i] != '-' || i == start)) return false;
                continue;
            }

            if (i == start || i - start > 63 || host[i - 1] == '-') return false;
            start = i + 1;
        }

        return true;
    }

    private static string? SixOrNull(string host)
    {
        if (!host.EndsWith(']') || host.Length < 4) return null;
        var inner = host.AsSpan(1, host.Length - 2);

        // A zone names an interface of this machine.
        if (inner.IndexOfAnyExcept("0123456789abcdefABCDEF:.") >= 0) return null;
        return IPAddress.TryParse(inner, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : null;
    }

    private static string? Ascii(string host)
    {
        if (System.Text.Ascii.IsValid(host)) return host.ToLowerInvariant();
        try
        {
            var ascii = Idn.GetAscii(host).ToLowerInvariant();

            // Letters that stand for others (fullwidth, ideographic dots …) do not come back as they were written.
            return string.Equals(Idn.GetUnicode(ascii), host.ToLowerInvariant(), StringComparison.Ordinal) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    // Inside a name a last label of digits or 0x… makes some readers take the whole for an address: 127.1, 0x7f.1, 2130706433.
    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.Ordinal) && label.AsSpan(2).IndexOfAnyExcept("0123456789abcdef") < 0);

    private static bool IsDottedQuad(string[] labels) => labels.Length == 4 && labels.All(IsByte);

    private static bool IsByte(string label) =>
        label.Length is > 0 and <= 3 && label.All(char.IsAsciiDigit) && (label.Length == 1 || label[0] != '0') && int.Parse(label, CultureInfo.InvariantCulture) <= 255;
}
