using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Edits of one text that do not overlap, and where an offset of the new text was in the old one.</summary>
public sealed class TextEdits
{
    private readonly List<TextEdit> edits = [];

    /// <summary>How many edits were taken.</summary>
    public int Count => this.edits.Count;

    /// <summary>Takes all edits of a fix, or none where one of them touches an edit that was taken before.</summary>
    public bool TryAdd(FindingFix fix)
    {
        foreach (var edit in fix.Edits)
            if (this.edits.Any(taken => Touches(taken.Span, edit.Span))) return false;
        foreach (var edit in fix.Edits) this.edits.Add(edit);
        return true;
    }

    /// <summary>The text with every edit applied.</summary>
    public string Apply(string text)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in this.Sorted())
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The offset in the old text; inside of what an edit wrote, where the edit began.</summary>
    public int OldOffset(int offset)
    {
        var shift = 0;
        foreach (var edit in this.Sorted())
        {
            var start = edit.Span.Start + shift;
            if (offset < start) break;
            if (offset < start + edit.NewText.Length) return edit.Span.Start;
            shift += edit.NewText.Length - edit.Span.Length;
        }

        return offset - shift;
    }

    private IEnumerable<TextEdit> Sorted() => this.edits.OrderBy(edit => edit.Span.Start);

    // Neighbours count as touching: two insertions at one place have no order.
    private static bool Touches(TextSpan left, TextSpan right) =>
        left.Start <= right.End && right.Start <= left.End && !(left.Length > 0 && right.Length > 0 && (left.End == right.Start || right.End == left.Start));
}
