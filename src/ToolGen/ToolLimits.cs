using System;

namespace ToolGen;

/// <summary>Caps of one call (SPEC §3).</summary>
/// <param name="Timeout">Ends the run with the code <c>timeout</c>; default 30 s. Code that never looks at its token is not interrupted in process.</param>
/// <param name="OutputBytes">The output's JSON; beyond it the call ends with the code <c>limit</c>. Default 1 MiB.</param>
public sealed record ToolLimits(TimeSpan Timeout, long OutputBytes)
{
    /// <summary>30 seconds, 1 MiB.</summary>
    public static ToolLimits Default { get; } = new(TimeSpan.FromSeconds(30), 1L << 20);
}
