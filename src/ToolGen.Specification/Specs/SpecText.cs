using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs;

/// <summary>A field that is text: one JSON string, or an array of strings that are its lines (SPEC §1.5). Knows where each unit stands.</summary>
public sealed class SpecText
{
    public SpecText(JsonNode node, IReadOnlyList<JsonString> lines)
    {
        this.Node = node;
        this.Lines = lines;
        this.Value = string.Join("\n", lines.Select(line => line.Value));
    }

    /// <summary>The string or the array in the file.</summary>
    public JsonNode Node { get; }

    /// <summary>One element where the field is a string.</summary>
    public IReadOnlyList<JsonString> Lines { get; }

    /// <summary>The lines joined by LF.</summary>
    public string Value { get; }

    /// <summary>The offset in the file of a unit of <see cref="Value"/>.</summary>
    public int OffsetOf(int index)
    {
        foreach (var line in this.Lines)
        {
            if (index <= line.Value.Length) return line.OffsetOf(index);
            index -= line.Value.Length + 1;
        }

        return this.Node.Span.End;
    }

    /// <inheritdoc/>
    public override string ToString() => this.Value;
}
