using System;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>One error while it is still being worked on: its whole pointer, its fault, and what came of looking for a correction.</summary>
internal sealed record ErrorEntry(string Pointer, Fault Fault, string? Given)
{
    /// <summary>JSON that passes there, or the right name of an unknown property.</summary>
    public string? Correction { get; init; }

    /// <summary>What to do where no short value says it.</summary>
    public string? Advice { get; init; }

    /// <summary>The same of a value that is part of another, at a pointer.</summary>
    public ErrorEntry Below(string pointer) => SecretValues.IsAt(pointer)
        ? this with { Pointer = pointer + this.Pointer, Given = this.Given is null ? null : SecretNames.Masked, Correction = this.Fault.Keyword == "additionalProperties" ? this.Correction : null }
        : this with { Pointer = pointer + this.Pointer };

    /// <summary>What the caller gets: no part of it is longer than a model should have to read.</summary>
    public ToolError ToError(string code)
    {
        var (pointer, rest) = Near(this.Pointer);
        var message = rest + this.Fault.Message + (this.Advice is null ? "" : "; " + this.Advice);
        return new(code, message, pointer, this.Excerpt(pointer, message), this.Fault.Allowed, this.Correction);
    }

    // The excerpt gives way: its sender knows the value.
    private string? Excerpt(string pointer, string message)
    {
        if (this.Given is null) return null;
        var left = ShortText.ErrorCost - ShortText.Cost(pointer) - ShortText.Cost(message) - (this.Correction is null ? 0 : ShortText.Cost(this.Correction));
        return left < 200 ? null : ShortText.Cut(this.Given, Math.Min(left, ShortText.ExcerptCost));
    }

    // A pointer that is cut points nowhere: a long one ends at a step before, and the message names the last one.
    private static (string Pointer, string Last) Near(string pointer)
    {
        if (ShortText.Fits(pointer, ShortText.PointerCost)) return (pointer, "");
        var last = pointer[(pointer.LastIndexOf('/') + 1)..];
        var near = pointer;
        while (!ShortText.Fits(near, ShortText.PointerCost / 2)) near = near[..near.LastIndexOf('/')];
        return (near, $"at …/{ShortText.Visible(ShortText.Cut(last, ShortText.NameCost / 2))}: ");
    }
}
