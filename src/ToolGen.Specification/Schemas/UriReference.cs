using System;
using System.Collections.Generic;

namespace ToolGen.Specification.Schemas;

/// <summary>Resolves references (RFC 3986 §5.2) by the letter, the same on every runtime; nothing is normalised but dot segments.</summary>
internal static class UriReference
{
    /// <summary>The document and the fragment of a reference, with <c>#</c> left out; the fragment is null where there is none.</summary>
    public static (string Document, string? Fragment) Split(string uri)
    {
        var hash = uri.IndexOf('#');
        return hash < 0 ? (uri, null) : (uri.Substring(0, hash), uri.Substring(hash + 1));
    }

    /// <summary>A reference without fragment, against a base without fragment.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        if (reference.Length == 0) return baseUri;
        if (SchemeEnd(reference) > 0) return WithoutDots(reference);
        var scheme = SchemeEnd(baseUri);
        if (reference.StartsWith("//", StringComparison.Ordinal)) return WithoutDots(baseUri.Substring(0, scheme) + reference);
        var (path, end) = PathOf(baseUri, scheme);
        var head = baseUri.Substring(0, path);
        if (reference[0] == '?') return baseUri.Substring(0, end) + reference;
        if (reference[0] == '/') return WithoutDots(head + reference);
        var slash = end > path ? baseUri.LastIndexOf('/', end - 1, end - path) : -1;
        var folder = slash >= 0 ? baseUri.Substring(path, slash - path + 1) : path > scheme ? "/" : "";
        return WithoutDots(head + folder + reference);
    }

    /// <summary>Behind the colon of the scheme; 0 where there is none.</summary>
    private static int SchemeEnd(string uri)
    {
        for (var i = 0; i < uri.Length; i++)
        {
            var c = uri[i];
            if (c == ':') return i == 0 ? 0 : i + 1;
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (i > 0 && c is (>= '0' and <= '9') or '+' or '-' or '.'))) return 0;
        }

        return 0;
    }

    private static (int Start, int End) PathOf(string uri, int scheme)
    {
        var start = scheme;
        if (string.CompareOrdinal(uri, scheme, "//", 0, 2) == 0)
        {
            start = uri.IndexOfAny(['/', '?'], scheme + 2);
            if (start < 0) start = uri.Length;
        }

        var end = uri.IndexOf('?', start);
        return (start, end < 0 ? uri.Length : end);
    }

    private static string WithoutDots(string uri)
    {
        var (start, end) = PathOf(uri, SchemeEnd(uri));
        if (uri.IndexOf("/.", StringComparison.Ordinal) < 0 && !uri.StartsWith(".", StringComparison.Ordinal)) return uri;
        var segments = uri.Substring(start, end - start).Split('/');
        var kept = new List<string>();
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 1 || (kept.Count == 1 && kept[0].Length > 0)) kept.RemoveAt(kept.Count - 1);
                if (isLast) kept.Add("");
            }
            else if (segments[i] != ".")
            {
                kept.Add(segments[i]);
            }
            else if (isLast)
            {
                kept.Add("");
            }
        }

        return uri.Substring(0, start) + string.Join("/", kept) + uri.Substring(end);
    }
}
