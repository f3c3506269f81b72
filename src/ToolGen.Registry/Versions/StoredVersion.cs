using System;
using System.Collections.Generic;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry;

/// <summary>One version: what never changes of it, and the state that the log gives it.</summary>
public sealed record StoredVersion
{
    /// <summary>The version's id (<see cref="ToolIdentity.Id"/>), 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The tool's name.</summary>
    public required string Name { get; init; }

    /// <summary>SemVer; a number is used once for a name, whatever became of it.</summary>
    public required string Version { get; init; }

    /// <summary>The kind, such as <c>transform</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>As given; see <see cref="NewVersion.Spec"/>.</summary>
    public required string Spec { get; init; }

    /// <summary>The text of <c>NAME.tool.cs</c>; null where there is none.</summary>
    public string? Companion { get; init; }

    /// <summary>The text of <c>NAME.tests.json</c>; null where there is none.</summary>
    public string? Tests { get; init; }

    /// <summary>In MCP's shape, JSON.</summary>
    public required string McpTool { get; init; }

    /// <summary>The newest evidence: the first one's, or that of <c>review --upgrade</c>.</summary>
    public required ToolEvidence Evidence { get; init; }

    /// <summary>Who made it.</summary>
    public required string Maker { get; init; }

    /// <summary>When the registry got it, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Where it stands now.</summary>
    public required ToolState State { get; init; }

    /// <summary>Why it stands there, where somebody said; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The approval that holds; null where none does.</summary>
    public Approval? Approval { get; init; }

    /// <summary>Where it stood while its approval held; null: no approval of it has lapsed.</summary>
    public ToolState? Lapsed { get; init; }

    /// <summary>The newest approval of it, where none holds any more; null: it never had one, or has one that holds.</summary>
    public Approval? LapsedApproval { get; init; }

    /// <summary>For <see cref="ToolState.Session"/>: whose it is.</summary>
    public string? SessionOf { get; init; }

    /// <summary>For <see cref="ToolState.Session"/>: until when, UTC.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>For <see cref="ToolState.Session"/>: all sessions that made it, expired ones too; <see cref="SessionOf"/> is the newest.</summary>
    public IReadOnlyList<ToolSession> Sessions { get; init; } = [];

    /// <summary>Whether it lives in a session of this owner.</summary>
    /// <param name="owner">The session, as it was given when the version was added.</param>
    /// <param name="now">The time.</param>
    public bool IsSessionOf(string owner, DateTimeOffset now)
    {
        foreach (var session in this.Sessions)
            if (session.Owner == owner && session.Expires > now) return true;
        return false;
    }

    /// <summary>How many calls of all versions there have been since it came.</summary>
    public long CallsSince { get; init; }

    /// <summary>The lines of what it may do.</summary>
    public IReadOnlyList<string> Capabilities => this.Evidence.Capabilities.Declared;
}

/// <summary>A session that a version lives in.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Expires">Until when, UTC.</param>
public sealed record ToolSession(string Owner, DateTimeOffset Expires);
