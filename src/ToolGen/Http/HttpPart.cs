using System;
using System.Text;

namespace ToolGen.Http;

/// <summary>One part of a <see cref="HttpMultipart"/>. The reader of specs has seen that its name can stand in quotes.</summary>
internal sealed class HttpPart(string name, ReadOnlyMemory<byte> content)
{
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>Null: it is no file.</summary>
    public string? FileName { get; set; }

    /// <summary>Null: text in UTF-8.</summary>
    public string? ContentType { get; set; }

    /// <summary>Its headers, each with its line break. A file's name stands in quotes as it is, in UTF-8 (RFC 7578 §5.1: no <c>filename*</c>).</summary>
    public string Head =>
        $"Content-Disposition: form-data; name=\"{name}\"{(this.FileName is null ? "" : $"; filename=\"{this.FileName}\"")}\r\n{(this.ContentType is null ? "" : $"Content-Type: {this.ContentType}\r\n")}";

    /// <summary>Whether a text of ASCII stands anywhere in it.</summary>
    public bool Holds(string ascii) => content.Span.IndexOf(Encoding.ASCII.GetBytes(ascii)) >= 0 || this.Head.Contains(ascii, StringComparison.Ordinal);
}
