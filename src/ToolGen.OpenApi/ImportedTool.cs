using System.Collections.Generic;
using ToolGen.Specification.Findings;

namespace ToolGen.OpenApi;

/// <summary>What came of a document.</summary>
/// <param name="Title">What the document calls itself; may be empty.</param>
/// <param name="Tools">One for each operation that became a spec, in the order of the document.</param>
/// <param name="Refused">The operations that did not, such as <c>GET /pets</c>; a finding of each says why.</param>
/// <param name="Findings">What was mended, chosen, left out or refused, with its place in the document.</param>
public sealed record ImportResult(string Title, IReadOnlyList<ImportedTool> Tools, IReadOnlyList<string> Refused, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether this is an OpenAPI document at all.</summary>
    public bool IsDocument { get; init; } = true;

    /// <summary>What the tools of <see cref="Refused"/> would be called, in the same order.</summary>
    public IReadOnlyList<string> RefusedNames { get; init; } = [];
}

/// <summary>One operation as a spec.</summary>
/// <param name="Name">The tool's name; the file is called <c>NAME.tool.json</c>.</param>
/// <param name="Text">The spec, laid out.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">As the document has it.</param>
public sealed record ImportedTool(string Name, string Text, string Method, string Path)
{
    /// <summary>Tags of the operation.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What it is for, in the words of the document: summary and description, not shortened.</summary>
    public string Words { get; init; } = "";

    /// <summary>Scheme, host and port that it calls.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The names of the secrets that it authorises with.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The names of the host's settings that it sends.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether the document says that it is to be used no more.</summary>
    public bool IsDeprecated { get; init; }
}
