using System;
using System.Collections.Generic;

namespace ToolGen.Mcp.Client;

/// <summary>How a server's tools are imported, and the limits that it is held to.</summary>
public sealed record McpImportOptions
{
    /// <summary>In front of each tool's name, such as <c>notes_</c>; default nothing.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>SemVer of the imported tools; default <c>1.0.0</c>. A version never changes: who imports changed tools into the same host gives the next one.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>
    /// Fingerprints that a person has looked at (<see cref="ImportedTools.Fingerprints"/>), by the server's own names: a tool that is not among them, or says something else,
    /// is refused. Null, the default: all are taken.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Known { get; init; }

    /// <summary>Ends a call, and the reading of the list, with <c>timeout</c>; default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The list is read anew before a call when it is older than this, or when the server says that it changed; default a minute. Zero: before every call.</summary>
    public TimeSpan RecheckAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Most tools of a server; default 1,000. One with more is not imported at all.</summary>
    public int MaximumTools { get; init; } = 1_000;

    /// <summary>Most pages of the list; default 100.</summary>
    public int MaximumPages { get; init; } = 100;

    /// <summary>Most bytes of one tool in the list; default 256 KiB.</summary>
    public int MaximumToolBytes { get; init; } = 256 << 10;

    /// <summary>Most bytes of an answer's text and structured content, counted once it has arrived: what a transport reads is the transport's to limit. Default 1 MiB.</summary>
    public int MaximumAnswerBytes { get; init; } = 1 << 20;
}
