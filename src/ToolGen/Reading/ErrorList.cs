using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;

namespace ToolGen;

/// <summary>Gathers the errors of one reading or writing, at most <see cref="Limit"/>.</summary>
internal sealed class ErrorList(string code)
{
    /// <summary>More errors than this of one call help nobody.</summary>
    public const int Limit = 100;

    /// <summary>The longest excerpt of an offending value, in characters.</summary>
    public const int ExcerptLength = 100;

    private readonly List<ToolError> errors = [];

    public int Count => this.errors.Count;

    public bool IsFull => this.errors.Count >= Limit;

    public IReadOnlyList<ToolError> Errors => this.errors;

    public void Add(string pointer, string message, string? given, string? allowed, string? correction)
    {
        if (!this.IsFull) this.errors.Add(new(code, message, pointer, given, allowed, correction));
    }

    /// <summary>A value as JSON for a message: whole where it is short, else cut with an ellipsis.</summary>
    public static string Excerpt(ReadOnlySpan<byte> json)
    {
        // A character has at most four bytes, so this much is enough to cut from, and a huge value costs nothing.
        var text = Encoding.UTF8.GetString(json[..Math.Min(json.Length, ExcerptLength * 4)]);
        if (text.Length <= ExcerptLength) return text;
        var cut = ExcerptLength - 1;
        if (char.IsHighSurrogate(text[cut - 1])) cut--;
        return text[..cut] + "…";
    }

    /// <summary>Text as a JSON string.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
