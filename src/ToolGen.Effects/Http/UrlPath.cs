using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Http;

/// <summary>What servers may make of a path.</summary>
internal static class UrlPath
{
    /// <summary>The path with its escapes read as often as there are any: what a careless server sees. Null where that never ends.</summary>
    public static string? Decoded(string path)
    {
        for (var round = 0; round < 6; round++)
        {
            if (path.IndexOf('%') < 0) return path;
            var decoded = Once(path);
            if (decoded == path) return path;
            path = decoded;
        }

        return null;
    }

    /// <summary>The path with a slash wherever an escape hides one, all else in its normal spelling; the path itself where none does.</summary>
    public static string WithSlashes(string path, string decoded)
    {
        if (ReferenceEquals(path, decoded) || decoded.AsSpan().Count('/') == path.AsSpan().Count('/')) return path;
        var slashed = new StringBuilder(path.Length);
        foreach (var c in decoded)
        {
            // What was decoded are bytes.
            if (UrlText.IsPlain(c)) slashed.Append(c);
            else slashed.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
        }

        return slashed.ToString();
    }

    /// <summary>Why no server is asked for a path; null: it may be.</summary>
    public static string? Problem(string path)
    {
        if (path.Contains('\\')) return "a backslash";
        if (path.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 || path.Contains('\x7f')) return "a control character";
        if (!path.Contains("/.", StringComparison.Ordinal)) return null;
        foreach (var segment in path.Split('/'))
        {
            // ..;x is .. to servers that know path parameters.
            var semicolon = segment.IndexOf(';');
            if ((semicolon < 0 ? segment : segment[..semicolon]) is "." or "..") return "a segment \".\" or \"..\"";
        }

        return null;
    }

    /// <summary>Dot segments taken out (RFC 3986 §5.2.4).</summary>
    public static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal)) return path;
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
                if (last) kept.Add("");
            }
            else if (segments[i] == ".")
            {
                if (last) kept.Add("");
            }
            else
            {
                kept.Add(segments[i]);
            }
        }

        return "/" + string.Join('/', kept);
    }

    private static string Once(string path)
    {
        var decoded = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                decoded.Append((char)Convert.ToByte(path.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                decoded.Append(path[i]);
            }
        }

        return decoded.ToString();
    }
}
