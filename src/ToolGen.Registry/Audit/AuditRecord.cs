using System;

namespace ToolGen.Registry;

/// <summary>One line of the log. The hash of each covers the one before, so none can be changed, left out or put elsewhere without all after it.</summary>
/// <param name="Sequence">From 0, without a gap.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">Such as <c>added</c>, <c>approved</c>, <c>called</c>, <c>refused</c>.</param>
/// <param name="By">Who: a caller of a host, or the key of a person.</param>
/// <param name="Body">What happened: canonical JSON.</param>
/// <param name="Hash">SHA-256 over the hash before and the canonical JSON of the rest, 64 hexadecimal digits.</param>
public sealed record AuditRecord(long Sequence, DateTimeOffset At, string Kind, string By, string Body, string Hash);
