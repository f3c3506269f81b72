using System.Collections.Generic;

namespace ToolGen.Effects;

/// <summary>A call that a tool made of another. What it used is kept apart from what its caller used.</summary>
/// <param name="Tool">The callee's own name.</param>
/// <param name="Version">The version that ran.</param>
/// <param name="Step">The step of a <c>compose</c> that called; null elsewhere.</param>
/// <param name="Used">The capabilities that it used, in ordinal order.</param>
/// <param name="Calls">The calls that it made itself.</param>
/// <param name="Error">The code of its first error; null where it answered, <c>canceled</c> where it has not ended.</param>
public sealed record ChildCall(string Tool, string Version, string? Step, IReadOnlyList<string> Used, IReadOnlyList<ChildCall> Calls, string? Error);
