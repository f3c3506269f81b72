using System;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Whether a level of isolation works on this machine, for this process.</summary>
/// <param name="Level">The level.</param>
/// <param name="Works">A worker was started so, and all that the level is to hold was held.</param>
/// <param name="Reason">A sentence: what was seen.</param>
/// <param name="Remedy">What makes it work; null where it works, or nothing would.</param>
/// <param name="Took">How long the worker took from its start to its end.</param>
public sealed record IsolationState(IsolationLevel Level, bool Works, string Reason, string? Remedy, TimeSpan Took);
