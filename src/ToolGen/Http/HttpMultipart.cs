using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Checks;
using ToolGen.Values;

namespace ToolGen.Http;

/// <summary>
/// A body of parts (<c>multipart/form-data</c>, RFC 7578), in order: texts, JSON, files. What a value says stays a value: it can end neither its
/// part nor its head. Called by generated code.
/// </summary>
public sealed class HttpMultipart
{
    /// <summary>Most bytes of the whole: 8 MiB.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>Most parts: 1,000.</summary>
    public const int MaxParts = 1_000;

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<HttpPart> parts = [];
    private int last;
    private long length;

    /// <summary>A part of text: a list gives several of one name, null none.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is an object, or holds half of a surrogate pair; <c>limit</c>: the body becomes too long.</exception>
    public HttpMultipart Text(string name, object? value, string? pointer = null)
    {
        this.last = this.parts.Count;
        if (ValueText.IsNull(value)) return this;
        if (ValueText.Of(value!) is { } one) return this.Add(name, Bytes(name, one, pointer), pointer);
        foreach (var element in ValueText.Elements(value!) ?? throw Bad(name, "an object is no text", pointer))
            if (!ValueText.IsNull(element)) this.Add(name, Bytes(name, ValueText.Of(element!) ?? throw Bad(name, "its elements are lists or objects", pointer), pointer), pointer);
        return this;
    }

    /// <summary>A part of JSON; null leaves it out.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="json">As <see cref="JsonBody.Of"/> writes it.</param>
    /// <exception cref="ToolException"><c>limit</c>: the body becomes too long.</exception>
    public HttpMultipart Json(string name, ReadOnlyMemory<byte>? json)
    {
        this.last = this.parts.Count;
        return json is { } bytes ? this.Add(name, bytes, null).As("application/json") : this;
    }

    /// <summary>A part of bytes, a file called as the part and of the type <c>application/octet-stream</c> unless what follows says otherwise: a list gives several, null none.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is no bytes; <c>limit</c>: the body becomes too long.</exception>
    public HttpMultipart File(string name, object? value, string? pointer = null)
    {
        this.last = this.parts.Count;
        if (ValueText.IsNull(value)) return this;
        foreach (var element in value is ReadOnlyMemory<byte> ? [value] : ValueText.Elements(value!) ?? throw Bad(name, "it is no bytes", pointer))
            if (!ValueText.IsNull(element)) this.Add(name, element is ReadOnlyMemory<byte> bytes ? bytes : throw Bad(name, "an element is no bytes", pointer), pointer);
        return this.Named(PartRules.IsFileName(name) ? name : "file").As("application/octet-stream");
    }

    /// <summary>
    /// Names the file or files that were added last: each by its place in a list; a text names the first, and the others with a number (<c>photo.png photo-2.png</c>). Null
    /// and an empty text change nothing.
    /// </summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is no name of a file, or there are not as many names as files.</exception>
    public HttpMultipart Named(object? value, string? pointer = null)
    {
        if (ValueText.IsNull(value) || value is "") return this;
        var text = ValueText.Of(value!);
        var names = text is not null ? Enumerable.Range(0, this.parts.Count - this.last).Select(place => Numbered(text, place)).ToList()
            : [.. (ValueText.Elements(value!) ?? throw Bad("a file", "an object is no name", pointer)).Select(element => ValueText.IsNull(element) ? "" : ValueText.Of(element!) ?? "")];
        if (names.Count != this.parts.Count - this.last) throw Bad("a list of names", $"it has {names.Count}, and there are {this.parts.Count - this.last} files", pointer);
        for (var i = 0; i < names.Count; i++)
        {
            if (!PartRules.IsFileName(names[i])) throw Bad("the name of a file", $"it takes 1 to {PartRules.LongestFileName} visible characters without / \\ \" and escapes such as %22", pointer);
            this.parts[this.last + i].FileName = names[i];
        }

        return this;
    }

    /// <summary>The type of what was added last. Null and an empty text change nothing.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is no media type such as <c>image/png</c>, or one of bodies that have parts themselves.</exception>
    public HttpMultipart As(object? value, string? pointer = null)
    {
        if (ValueText.IsNull(value) || value is "") return this;
        var type = ValueText.Of(value!);
        if (type is null || !PartRules.IsMediaType(type)) throw Bad("the type of a part", "it is no media type such as image/png", pointer);
        foreach (var part in this.parts.Skip(this.last)) part.ContentType = type;
        return this;
    }

    /// <summary>The body; none where there are no parts.</summary>
    /// <exception cref="ToolException"><c>limit</c>: it is too long.</exception>
    public HttpBody Body() => this.Body(static () => RandomNumberGenerator.GetString(Letters, 40));

    /// <summary>The body, its boundary drawn until it stands in no part.</summary>
    internal HttpBody Body(Func<string> draw)
    {
        if (this.parts.Count == 0) return default;
        string boundary;
        do boundary = draw();
        while (this.parts.Exists(part => part.Holds(boundary)));
        var heads = this.parts.ConvertAll(part => Utf8.GetBytes($"--{boundary}\r\n{part.Head}\r\n"));
        var end = Encoding.ASCII.GetBytes($"--{boundary}--\r\n");
        var whole = heads.Sum(head => head.Length + 2L) + this.length + end.Length;
        if (whole > MaxBytes) throw TooLong(null);

        var body = new byte[whole];
        var rest = body.AsSpan();
        for (var i = 0; i < heads.Count; i++) rest = Put(Put(Put(rest, heads[i]), this.parts[i].Content.Span), "\r\n"u8);
        Put(rest, end);
        return new(body, "multipart/form-data; boundary=" + boundary);
    }

    private static Span<byte> Put(Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        return rest[bytes.Length..];
    }

    private HttpMultipart Add(string name, ReadOnlyMemory<byte> content, string? pointer)
    {
        if (!PartRules.IsName(name)) throw new ArgumentException("a part's name is printable ASCII without quote and backslash", nameof(name));
        this.length += content.Length;
        if (this.length > MaxBytes) throw TooLong(pointer);
        if (this.parts.Count == MaxParts) throw new ToolException(ToolErrorCodes.Limit, $"a request has at most {MaxParts} parts") { Pointer = pointer };
        this.parts.Add(new(name, content));
        return this;
    }

    private static string Numbered(string name, int place)
    {
        if (place == 0) return name;
        var dot = name.LastIndexOf('.');
        return name.Insert(dot > 0 ? dot : name.Length, string.Create(CultureInfo.InvariantCulture, $"-{place + 1}"));
    }

    private static ReadOnlyMemory<byte> Bytes(string name, string text, string? pointer)
    {
        if (text.Length > MaxBytes) throw TooLong(pointer);
        try
        {
            return Utf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw Bad(name, "it holds half of a surrogate pair", pointer);
        }
    }

    private static ToolException Bad(string name, string why, string? pointer) => new(ToolErrorCodes.InvalidInput, $"{name} cannot be sent: {why}") { Pointer = pointer };

    private static ToolException TooLong(string? pointer) => new(ToolErrorCodes.Limit, $"what is sent is longer than {MaxBytes} bytes") { Pointer = pointer };
}
