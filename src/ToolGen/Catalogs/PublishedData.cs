using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Text;

namespace ToolGen.Catalogs;

/// <summary>Reads what a <see cref="CatalogSource"/> says. Its lines are no JSON: to compile a process's first JSON reader takes longer than to read a thousand of them.</summary>
internal static class PublishedData
{
    private const byte LineEnd = (byte)'\n';
    private const byte FieldEnd = (byte)'\t';

    public static string[] Names(ReadOnlySpan<byte> lines)
    {
        var names = new string[lines.Count(LineEnd)];
        for (var i = 0; i < names.Length; i++) names[i] = Encoding.UTF8.GetString(Upto(LineEnd, ref lines));
        return names;
    }

    /// <summary>The next tool's two lines.</summary>
    public static ToolDescriptor Next(ref ReadOnlySpan<byte> data)
    {
        var head = Upto(LineEnd, ref data);
        var json = Upto(LineEnd, ref data).ToArray();
        var (input, output) = (Part(ref head, json), Part(ref head, json));
        var hints = Upto(FieldEnd, ref head);
        var (name, version, kind, hash, title, description) = (Text(ref head), Text(ref head), Text(ref head), Text(ref head), Text(ref head), Text(ref head));
        var example = Text(ref head);
        return new()
        {
            Name = name,
            Title = title.Length == 0 ? null : title[1..],
            Description = description,
            Version = version,
            Kind = kind,
            McpTool = json,
            InputSchema = input,
            OutputSchema = output,
            Example = example.Length == 0 ? default(ReadOnlyMemory<byte>) : Encoding.UTF8.GetBytes(example),
            Annotations = new(hints[0] == '1', hints[1] == '1', hints[2] == '1', hints[3] == '1'),
            Capabilities = Rest(head),
            SpecHash = hash,
        };
    }

    private static ReadOnlySpan<byte> Upto(byte end, ref ReadOnlySpan<byte> data)
    {
        var length = data.IndexOf(end);
        var piece = data[..length];
        data = data[(length + 1)..];
        return piece;
    }

    private static string Text(ref ReadOnlySpan<byte> fields)
    {
        var text = Encoding.UTF8.GetString(Upto(FieldEnd, ref fields));
        return text.Contains('\\', StringComparison.Ordinal) ? Unescaped(text) : text;
    }

    private static ReadOnlyMemory<byte> Part(ref ReadOnlySpan<byte> fields, byte[] json) => new(json, Number(ref fields), Number(ref fields));

    private static int Number(ref ReadOnlySpan<byte> fields) =>
        Utf8Parser.TryParse(Upto(FieldEnd, ref fields), out int number, out _) ? number : throw new FormatException("the data of a tool hold no number where one stands");

    private static string[] Rest(ReadOnlySpan<byte> fields)
    {
        if (fields.IsEmpty) return [];
        var texts = new List<string>();
        while (!fields.IsEmpty) texts.Add(Text(ref fields));
        return [.. texts];
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] != '\\' ? text[i] : text[++i] switch { 'n' => '\n', 't' => '\t', var other => other });
        return plain.ToString();
    }
}
