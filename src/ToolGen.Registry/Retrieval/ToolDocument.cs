using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval;

/// <summary>What is searched of one version: words by whoever made it, so data and nothing else.</summary>
public sealed record ToolDocument
{
    /// <summary>The version's id: what an answer names it by.</summary>
    public required string Id { get; init; }

    /// <summary>The tool's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>What it does.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<ToolParameterText> Parameters { get; init; } = [];

    /// <summary>Requests in a user's words that this tool is for (<c>asks</c> of the spec).</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>The lines of what it may do.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The kind, such as <c>transform</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The collections that it is a member of.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public ToolState State { get; init; } = ToolState.Approved;

    /// <summary>For <see cref="ToolState.Session"/>: whose it is. Nobody else finds it.</summary>
    public string? SessionOf { get; init; }
}

/// <summary>A parameter as text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for; null where nobody said.</param>
public sealed record ToolParameterText(string Name, string? Description = null);
