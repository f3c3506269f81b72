using System;
using System.Collections.Generic;
using ToolGen.Registry.Changes;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry;

/// <summary>A version as the forge made it, before a registry has it.</summary>
public sealed record NewVersion
{
    /// <summary>The text of the <c>.tool.json</c>, byte for byte as its maker wrote it, UTF-8. Its canonical form hashes to the identity's <c>spec</c>, which is checked.</summary>
    public required string Spec { get; init; }

    /// <summary>The text of <c>NAME.tool.cs</c>; null where there is none. Hashes to the identity's <c>companion</c>.</summary>
    public string? Companion { get; init; }

    /// <summary>The text of <c>NAME.tests.json</c>; null where there is none.</summary>
    public string? Tests { get; init; }

    /// <summary>What the stations left: name, version, kind, identity and capabilities are read from it.</summary>
    public required ToolEvidence Evidence { get; init; }

    /// <summary>The tool in MCP's shape (<c>name title description inputSchema outputSchema annotations</c>), JSON: shown and searched, never trusted.</summary>
    public required string McpTool { get; init; }

    /// <summary>What came of samples of the version before that are not among its own, run with this one: whoever left one out and does not run it owes the step of a change that breaks callers.</summary>
    public IReadOnlyList<SampleRun> Earlier { get; init; } = [];

    /// <summary>Whose session it belongs to; null: it is a candidate from the start (<c>toolgen add</c> by a person, <c>propose_tool</c>).</summary>
    public string? SessionOf { get; init; }

    /// <summary>How long a session tool lives. Default one hour; at most one day.</summary>
    public TimeSpan SessionTime { get; init; } = TimeSpan.FromHours(1);
}
