using System;

namespace ToolGen;

/// <summary>Caps of one call (SPEC §3).</summary>
/// <param name="Timeout">Ends the run with the code <c>timeout</c>; default 30 s. Code that never looks at its token is not interrupted in process.</param>
/// <param name="OutputBytes">The output's JSON; beyond it the call ends with the code <c>limit</c>. Default 1 MiB.</param>
public sealed record ToolLimits(TimeSpan Timeout, long OutputBytes)
{
    /// <summary>30 seconds, 1 MiB, and the defaults of the members.</summary>
    public static ToolLimits Default { get; } = new(TimeSpan.FromSeconds(30), 1L << 20);

    /// <summary>Requests, retries and redirects among them. Default 20.</summary>
    public long Http { get; init; } = 20;

    /// <summary>Statements. Default 10.</summary>
    public long Sql { get; init; } = 10;

    /// <summary>Calls of other tools. Default 50.</summary>
    public long Tools { get; init; } = 50;

    /// <summary>Rows held or returned. Default 100,000.</summary>
    public long Rows { get; init; } = 100_000;

    /// <summary>Groups and distinct keys. Default 100,000.</summary>
    public long Groups { get; init; } = 100_000;
}
