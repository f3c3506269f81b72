using System;
using System.Globalization;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Http;

/// <summary>Where a request goes: a URL that every reader reads alike, or none at all.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">As <see cref="HostName.Canonical"/> has it.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Path">Normal, with its first slash.</param>
/// <param name="Query">Normal, with its question mark; empty where there is none.</param>
internal sealed record HttpTarget(string Scheme, string Host, int Port, string Path, string Query)
{
    /// <summary>Scheme, host, and port where it is not the scheme's.</summary>
    public string Origin { get; } = OriginOf(Scheme, Host, Port);

    /// <summary>The whole, without a fragment.</summary>
    public string Url => this.Origin + this.Path + this.Query;

    /// <summary>The path as a server reads it that takes an escaped slash for a slash.</summary>
    public required string SlashedPath { get; init; }

    /// <summary>Reads a URL.</summary>
    /// <exception cref="ToolException"><c>denied</c>: it is none that is sent; <c>limit</c>: too long.</exception>
    public static HttpTarget Parse(string url) => Parse(url, resolvesDots: false);

    /// <summary>Where an answer's <c>Location</c> points to.</summary>
    /// <exception cref="ToolException">As <see cref="Parse(string)"/>.</exception>
    public HttpTarget Follow(string location)
    {
        var fragment = location.IndexOf('#');
        if (fragment >= 0) location = location[..fragment];
        var text = location switch
        {
            "" => this.Url,
            ['/', '/', ..] => this.Scheme + ":" + location,
            ['/', ..] => this.Origin + location,
            ['?', ..] => this.Origin + this.Path + location,
            _ when HasScheme(location) => location,
            _ => this.Origin + this.Path[..(this.Path.LastIndexOf('/') + 1)] + location,
        };
        return Parse(text, resolvesDots: true);
    }

    /// <summary>With a parameter more, unless the query has one of its name.</summary>
    public HttpTarget With(string name, string value)
    {
        var encoded = Uri.EscapeDataString(name) + "=";
        foreach (var part in this.Query.TrimStart('?').Split('&'))
            if (part.StartsWith(encoded, StringComparison.Ordinal)) return this;
        return this with { Query = (this.Query.Length > 1 ? this.Query + "&" : "?") + encoded + Uri.EscapeDataString(value) };
    }

    /// <summary>As the client wants it: nothing is read into it a second time.</summary>
    public Uri ToUri() => new(this.Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static HttpTarget Parse(string url, bool resolvesDots)
    {
        if (url.Length > HttpCaps.UrlCharacters) throw new ToolException(ToolErrorCodes.Limit, $"a URL has at most {HttpCaps.UrlCharacters} characters; this one has {url.Length}");
        foreach (var c in url)
            if (c <= ' ' || c == '\\' || char.IsControl(c)) throw Refused(url, "a space, backslash or control character stands in it");
        var fragment = url.IndexOf('#');
        if (fragment >= 0) url = url[..fragment];

        var scheme = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https" : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http"
            : throw Refused(url, "it does not start with https:// or http://");
        var start = scheme.Length + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?') is >= 0 and var at ? start + at : url.Length;
        var (host, port) = Authority(url, url[start..end], scheme);
        var question = url.IndexOf('?', end);
        var path = UrlText.Normal(question < 0 ? url[end..] : url[end..question]);
        var query = question < 0 ? "" : UrlText.Normal(url[question..]);
        if (path is null || query is null) throw Refused(url, "a % without two hexadecimal digits, or half a character, stands in it");
        if (path.Length == 0) path = "/";
        if (resolvesDots) path = UrlPath.WithoutDots(path);
        if (UrlPath.Decoded(path) is not { } decoded) throw Refused(url, "its path has escapes in escapes");
        if ((UrlPath.Problem(path) ?? (ReferenceEquals(decoded, path) ? null : UrlPath.Problem(decoded))) is { } problem) throw Refused(url, $"its path has {problem}");
        return new(scheme, host, port, path, query) { SlashedPath = UrlPath.WithSlashes(path, decoded) };
    }

    private static (string Host, int Port) Authority(string url, string authority, string scheme)
    {
        if (authority.Contains('@')) throw Refused(url, "a user stands in it");
        var colon = authority.LastIndexOf(':');
        if (colon >= 0 && authority.IndexOf(']', colon) >= 0) colon = -1;
        var port = scheme == "https" ? 443 : 80;
        if (colon >= 0 && !IsPort(authority[(colon + 1)..], out port)) throw Refused(url, "its port is none of 1 to 65535");
        var host = HostName.Canonical(colon < 0 ? authority : authority[..colon]);
        return (host ?? throw Refused(url, "its host is no name such as api.example, no address of four numbers or in brackets"), port);
    }

    private static bool IsPort(string text, out int port)
    {
        port = 0;
        return text.Length is > 0 and <= 5 && text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;
    }

    private static bool HasScheme(string location)
    {
        var colon = location.IndexOf(':');
        return colon > 0 && location.AsSpan(0, colon).IndexOfAny('/', '?') < 0;
    }

    private static string OriginOf(string scheme, string host, int port) =>
        port == (scheme == "https" ? 443 : 80) ? $"{scheme}://{host}" : string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{port}");

    private static ToolException Refused(string url, string why)
    {
        // What follows the path may be private, and a user in it is.
        var shown = url.Split('?')[0];
        if (shown.LastIndexOf('@') is >= 0 and var user) shown = "…" + shown[user..];
        return new(ToolErrorCodes.Denied, $"\"{CallScope.Shown(shown)}\" is no URL that is sent: {why}");
    }
}
