using System;
using System.Collections.Generic;
using System.Text;

namespace ToolGen.Http;

/// <summary>
/// The address of a request: text of the spec, and values that stay what they are. A value in the path is one segment, or part of one, and
/// can neither end it nor climb. Called by generated code.
/// </summary>
public sealed class HttpAddress
{
    /// <summary>Most characters of an address: 8,192.</summary>
    public const int MaxLength = 8_192;

    private readonly StringBuilder text = new();
    private readonly List<(int Start, string? Pointer)> values = [];

    /// <param name="start">Scheme, host and what follows up to the first value; encoded.</param>
    public HttpAddress(string start) => this.text.Append(start);

    /// <summary>More text of the spec; encoded.</summary>
    public HttpAddress Literal(string text)
    {
        this.text.Append(text);
        return this;
    }

    /// <summary>A value in the path.</summary>
    /// <param name="value">As it is; it is encoded here.</param>
    /// <param name="pointer">The argument that it comes from; null: none.</param>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is empty; by <see cref="ToString"/>: its segment is <c>.</c> or <c>..</c>.</exception>
    public HttpAddress Segment(string value, string? pointer = null)
    {
        if (string.IsNullOrEmpty(value)) throw Bad("it is empty", pointer);
        if (value.Length > MaxLength) throw TooLong(pointer);
        this.values.Add((this.text.Length, pointer));
        this.text.Append(HttpParameters.Encode(value, pointer));
        return this;
    }

    /// <summary>A value in a query that the spec writes in the address itself.</summary>
    public HttpAddress Value(string value, string? pointer = null)
    {
        if (value.Length > MaxLength) throw TooLong(pointer);
        this.text.Append(HttpParameters.Encode(value, pointer));
        return this;
    }

    /// <summary>A query parameter: a list repeats its name, null leaves it out.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is an object; <c>limit</c>: the address becomes too long.</exception>
    public HttpAddress Query(string name, object? value, string? pointer = null)
    {
        HttpParameters.Append(this.text, HttpParameters.SeparatorOf(this.text), name, value, pointer, MaxLength);
        return this;
    }

    /// <summary>The whole address.</summary>
    public override string ToString()
    {
        var whole = this.text.ToString();
        if (whole.Length > MaxLength) throw TooLong(this.values.Count > 0 ? this.values[^1].Pointer : null);
        var end = whole.IndexOf('?', StringComparison.Ordinal);
        if (end < 0) end = whole.Length;
        foreach (var (start, pointer) in this.values)
        {
            var from = whole.LastIndexOf('/', start - 1) + 1;
            var to = whole.IndexOf('/', start, end - start);
            if (IsDots(whole[from..(to < 0 ? end : to)])) throw Bad("it would climb to another path", pointer);
        }

        return whole;
    }

    // What readers of addresses take for a step to the same or the upper folder, encoded or not.
    private static bool IsDots(string segment) => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..";

    private static ToolException Bad(string why, string? pointer) => new(ToolErrorCodes.InvalidInput, $"this cannot be part of the address: {why}") { Pointer = pointer };

    private static ToolException TooLong(string? pointer) => new(ToolErrorCodes.Limit, $"the address is longer than {MaxLength} characters") { Pointer = pointer };
}
