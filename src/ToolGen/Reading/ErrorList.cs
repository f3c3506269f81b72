using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>Gathers the errors of one reading or writing, at most <see cref="Limit"/> or fewer.</summary>
internal sealed class ErrorList(string code, int limit = ErrorList.Limit)
{
    /// <summary>More errors than this of one call help nobody.</summary>
    public const int Limit = 100;

    /// <summary>The longest text of a service in a message, in characters.</summary>
    public const int ExcerptLength = 100;

    private readonly List<ErrorEntry> entries = [];

    public int Count => this.entries.Count;

    public bool IsFull => this.entries.Count >= limit;

    public IReadOnlyList<ErrorEntry> Entries => this.entries;

    /// <summary>As the caller gets them.</summary>
    public IReadOnlyList<ToolError> Errors => [.. this.entries.Select(entry => entry.ToError(code))];

    public void Add(string pointer, Fault fault, string? given = null)
    {
        if (!this.IsFull) this.entries.Add(new(pointer, fault, given));
    }

    public void Add(ErrorEntry entry)
    {
        if (!this.IsFull) this.entries.Add(entry);
    }

    /// <summary>A text in JSON for a message: whole where it is short, else cut with an ellipsis.</summary>
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
