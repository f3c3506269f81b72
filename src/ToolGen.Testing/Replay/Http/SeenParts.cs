using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToolGen.Testing.Replay.Http;

/// <summary>Takes a body of <c>multipart/form-data</c> apart.</summary>
internal static class SeenParts
{
    /// <summary>The parts in order; null where it is none such.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">With its boundary.</param>
    public static IReadOnlyList<SeenPart>? Of(ReadOnlySpan<byte> body, string contentType)
    {
        if (Parameter(contentType, "boundary") is not { Length: > 0 } boundary) return null;
        var delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);

        // The first delimiter may have no line break before it.
        var rest = Joined("\r\n"u8, body);
        var parts = new List<SeenPart>();
        for (var at = rest.IndexOf(delimiter); at >= 0; at = rest.IndexOf(delimiter))
        {
            rest = rest[(at + delimiter.Length)..];
            if (rest.StartsWith("--"u8)) return parts;
            if (!rest.StartsWith("\r\n"u8) || rest.IndexOf(delimiter) is not (>= 0 and var end) || Part(rest[..end]) is not { } part) return null;
            parts.Add(part);
        }

        return null;
    }

    private static SeenPart? Part(ReadOnlySpan<byte> part)
    {
        var head = part.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        var headers = Encoding.UTF8.GetString(part[..head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var disposition = headers["Content-Disposition"].FirstOrDefault() ?? "";
        return Parameter(disposition, "name") is { } name ? new(name, Parameter(disposition, "filename"), headers["Content-Type"].FirstOrDefault(), part[(head + 4)..].ToArray()) : null;
    }

    // name=value or name="value", behind a semicolon; a semicolon in quotes parts nothing.
    private static string? Parameter(string header, string name)
    {
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            quoted ^= header[i] == '"';
            if (quoted || header[i] != ';' || !header[(i + 1)..].TrimStart().StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)) continue;
            var value = header[(header.IndexOf('=', i) + 1)..];
            return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';')[0].Trim();
        }

        return null;
    }

    private static ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var whole = new byte[first.Length + second.Length];
        first.CopyTo(whole);
        second.CopyTo(whole.AsSpan(first.Length));
        return whole;
    }
}
