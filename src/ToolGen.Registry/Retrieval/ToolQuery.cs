using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval;

/// <summary>What somebody needs, in words, and among which tools to look. Every part that is given must hold.</summary>
/// <param name="Text">The need, in any words. What is longer than 4,000 characters is cut there.</param>
public sealed record ToolQuery(string Text)
{
    /// <summary>How many tools at most, 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Of this kind alone; null: of any.</summary>
    public string? Kind { get; init; }

    /// <summary>A capability line that the tool must have, <c>*</c> standing for any text, such as <c>http *</c>; null: whatever it may do.</summary>
    public string? Capability { get; init; }

    /// <summary>A member of this collection; null: of any or none.</summary>
    public string? Collection { get; init; }

    /// <summary>In one of these states. Default: approved and deprecated, which are what may be called.</summary>
    public IReadOnlyList<ToolState> States { get; init; } = [ToolState.Approved, ToolState.Deprecated];

    /// <summary>Who asks: with <see cref="ToolState.Session"/> among the states, this one's own session tools are found, and never another's.</summary>
    public string? Caller { get; init; }

    /// <summary>Whether the answer says why: ranks, scores and the terms that matched.</summary>
    public bool Explain { get; init; }
}
