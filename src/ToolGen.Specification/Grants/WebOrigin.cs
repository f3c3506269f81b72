using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ToolGen.Specification.Grants;

/// <summary>
/// An origin as a grants file writes it, in its one form: two texts that mean one host never both stand for it, and a text that looks like
/// one host never means another.
/// </summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">Lower case, ASCII; an IPv6 address in brackets.</param>
/// <param name="Port">The scheme's own where none is written.</param>
/// <param name="Path">A pattern with its first slash; null: every path.</param>
internal sealed record WebOrigin(string Scheme, string Host, int Port, string? Path)
{
    /// <summary>Scheme, host and port, without the path.</summary>
    public string Origin => $"{this.Scheme}://{this.Host}{(this.Port == DefaultPort(this.Scheme) ? "" : ":" + this.Port.ToString(CultureInfo.InvariantCulture))}";

    /// <summary>Whether requests stay on the machine.</summary>
    public bool IsLoopback => this.Host is "localhost" or "[::1]" || (this.Host.StartsWith("127.", StringComparison.Ordinal) && IPAddress.TryParse(this.Host, out _));

    /// <summary>Reads a text.</summary>
    /// <param name="text">Begins with <c>http://</c> or <c>https://</c>, in any case.</param>
    /// <param name="allowsPath">Whether a path pattern may follow.</param>
    /// <param name="fault">What is wrong, in words; null where nothing is.</param>
    /// <param name="meant">What to write instead, where it is plain; else null.</param>
    public static WebOrigin? Read(string text, bool allowsPath, out string? fault, out string? meant)
    {
        (fault, meant) = (null, null);
        var scheme = text.Substring(0, text.IndexOf(':')).ToLowerInvariant();
        var rest = text.Substring(scheme.Length + 3);
        var end = rest.IndexOfAny(['/', '?', '#', '\\']);
        var authority = end < 0 ? rest : rest.Substring(0, end);
        var path = end < 0 ? "" : rest.Substring(end);

        if (authority.IndexOf('@') >= 0) return Refuse(out fault, "it holds user information; credentials are secrets");
        if (Authority(scheme, authority, out fault) is not { } read) return null;
        if (fault is null && path.Length > 0) fault = PathFault(path, allowsPath);
        var canonical = path.Length > 0 && allowsPath && PathFault(path, true) is null ? read with { Path = path } : read;
        if (fault is null && text != canonical.Origin + canonical.Path) fault = "it is not in its one form";
        if (fault is null) return canonical;
        meant = canonical.Origin + canonical.Path;
        return null;
    }

    // A fault together with an answer is one that the answer mends.
    private static WebOrigin? Authority(string scheme, string authority, out string? fault)
    {
        fault = null;
        var close = authority.LastIndexOf(']');
        var colon = authority.IndexOf(':', Math.Max(close, 0));
        var (host, portText) = colon < 0 ? (authority, null) : (authority.Substring(0, colon), authority.Substring(colon + 1));
        var port = DefaultPort(scheme);
        if (portText is not null && (portText.Length is 0 or > 5 || !portText.All(c => c is >= '0' and <= '9') || !int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
            return Refuse(out fault, "its port is no number from 1 to 65535");
        if (host.IndexOf('*') >= 0) return Refuse(out fault, "a host is written whole, without *");
        if (host.Length == 0) return Refuse(out fault, "it names no host");
        if (host[0] == '[') return close == host.Length - 1 && Address(host.Substring(1, host.Length - 2), AddressFamily.InterNetworkV6) is { } six ? new(scheme, "[" + six + "]", port, null) : Refuse(out fault, "its host is no IPv6 address");

        var ascii = Ascii(host.TrimEnd('.'));
        if (ascii is null || !IsName(ascii)) return Refuse(out fault, "its host is no name of letters, digits, '-' and '.'");
        if (!LooksNumeric(ascii)) return new(scheme, ascii, port, null);
        return Address(ascii, AddressFamily.InterNetwork) is { } four && four == ascii ? new(scheme, ascii, port, null) : Refuse(out fault, "its host is an address that is not written as four decimal numbers");
    }

    private static string? PathFault(string path, bool allowsPath)
    {
        if (path[0] != '/') return "a query, a fragment or a backslash follows the host";
        if (!allowsPath) return "a secret goes to a whole origin, so no path follows the host";
        if (path == "/") return "\"/\" alone would allow only the root";
        if (path.Split('/').Any(segment => segment is "." or "..") || path.IndexOf("//", StringComparison.Ordinal) >= 0) return "its path has empty or dotted segments";
        foreach (var c in path)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '*' or '-' or '.' or '_' or '~' or ':' or '@' or '!' or '$' or '&' or '\'' or '(' or ')' or '+' or ',' or ';' or '=')) return "its path holds a character other than letters, digits and / * - . _ ~ : @ ! $ & ' ( ) + , ; =";
        return null;
    }

    private static string? Address(string text, AddressFamily family)
    {
        if (text.IndexOf('%') >= 0 || !IPAddress.TryParse(text, out var address) || address.AddressFamily != family) return null;
        return address.ToString();
    }

    // Resolvers read "0x7f.1", "2130706433" and "127.1" as addresses: what ends in a number is one, or nothing.
    private static bool LooksNumeric(string host)
    {
        var last = host.Substring(host.LastIndexOf('.') + 1);
        return last.All(c => c is >= '0' and <= '9') || (last.StartsWith("0x", StringComparison.Ordinal) && last.Skip(2).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')));
    }

    private static string? Ascii(string host)
    {
        if (host.All(c => c < '\x80')) return host.ToLowerInvariant();
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsName(string host)
    {
        if (host.Length is 0 or > 253) return false;
        IEnumerable<string> labels = host.Split('.');
        return labels.All(label => label.Length is >= 1 and <= 63 && label[0] != '-' && label[label.Length - 1] != '-'
            && label.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_'));
    }

    private static int DefaultPort(string scheme) => scheme == "https" ? 443 : 80;

    private static WebOrigin? Refuse(out string? fault, string why)
    {
        fault = why;
        return null;
    }
}
