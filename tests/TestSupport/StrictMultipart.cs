using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ToolGen.TestSupport;

/// <summary>A part as a server that forgives nothing reads it.</summary>
internal sealed record StrictPart(string Name, string? FileName, string? ContentType, byte[] Content)
{
    public string Text => Encoding.UTF8.GetString(this.Content);

    /// <summary>As one line: <c>photo [a.png] image/png 3 bytes</c>, or <c>note = text</c>.</summary>
    public override string ToString() => this.FileName is null && this.ContentType is null ? $"{this.Name} = {this.Text}" : $"{this.Name} [{this.FileName}] {this.ContentType} {this.Text}";
}

/// <summary>Reads <c>multipart/form-data</c> as RFC 7578 and RFC 2046 write it; anything beside is an error.</summary>
internal static partial class StrictMultipart
{
    public static IReadOnlyList<StrictPart> Read(string? contentType, ReadOnlySpan<byte> body)
    {
        var type = ContentType().Match(contentType ?? "");
        if (!type.Success) throw new FormatException($"no type of parts: {contentType}");
        var boundary = Encoding.ASCII.GetBytes("--" + type.Groups[1].Value);
        var parts = new List<StrictPart>();
        body = Take(body, boundary, "the first boundary");
        while (!body.StartsWith("--"u8))
        {
            body = Take(body, "\r\n"u8, "a line break behind a boundary");
            var end = body.IndexOf((byte[])[(byte)'\r', (byte)'\n', .. boundary]);
            if (end < 0) throw new FormatException("a part without an end");
            parts.Add(Part(body[..end]));
            body = body[(end + 2 + boundary.Length)..];
        }

        if (!body.SequenceEqual("--\r\n"u8)) throw new FormatException("something stands behind the last boundary");
        return parts;
    }

    private static StrictPart Part(ReadOnlySpan<byte> part)
    {
        var blank = part.IndexOf("\r\n\r\n"u8);
        var head = Head().Match(new UTF8Encoding(false, true).GetString(part[..blank]));
        if (!head.Success) throw new FormatException("a head of other lines: " + Encoding.UTF8.GetString(part[..blank]));
        return new(head.Groups["name"].Value, Group(head, "file"), Group(head, "type"), part[(blank + 4)..].ToArray());
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> body, ReadOnlySpan<byte> start, string what) => body.StartsWith(start) ? body[start.Length..] : throw new FormatException("missing: " + what);

    [GeneratedRegex("^multipart/form-data; boundary=([0-9A-Za-z]{20,70})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContentType();

    [GeneratedRegex("^Content-Disposition: form-data; name=\"(?<name>[^\"\\\\\\r\\n]+)\"(; filename=\"(?<file>[^\"\\\\/\\r\\n]+)\")?(\\r\\nContent-Type: (?<type>[!-~][ -~]*))?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
