using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ToolGen.Effects.Http;

/// <summary>Paths and queries in one spelling (RFC 3986 §6.2.2), and what a server may make of them.</summary>
internal static class UrlText
{
    private const string Reserved = ":/?@!$&'()*+,;=[]";

    /// <summary>
    /// Escapes in capitals, what needs none unescaped, all that is not allowed escaped as UTF-8; null where an escape is broken.
    /// </summary>
    public static string? Normal(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0) return text;
        var normal = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return null;
                var value = Convert.ToByte(text.Substring(i + 1, 2), 16);
                if (IsUnreserved((char)value)) normal.Append((char)value);
                else Escape(normal, value);
                i += 2;
            }
            else if (IsUnreserved(c) || Reserved.Contains(c))
            {
                normal.Append(c);
            }
            else
            {
                if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done) return null;
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)]) Escape(normal, value);
                i += used - 1;
            }
        }

        return normal.ToString();
    }

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

    /// <summary>Why no server is asked for a path; null: it may be.</summary>
    public static string? Problem(string path)
    {
        if (path.Contains('\\')) return "a backslash";
        if (path.Any(c => c is < ' ' or '\x7f')) return "a control character";
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

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~" + Reserved);

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static void Escape(StringBuilder text, byte value) => text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));

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
