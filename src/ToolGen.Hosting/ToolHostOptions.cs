using System;
using System.Collections.Generic;

namespace ToolGen.Hosting;

/// <summary>How a host runs tools.</summary>
public sealed record ToolHostOptions
{
    /// <summary>Calls that run at once. Default 1,000; at least 1.</summary>
    public int MaximumCalls { get; init; } = 1_000;

    /// <summary>Calls that wait for their turn; more are refused with <c>unavailable</c>. Default 10,000.</summary>
    public int MaximumWaiting { get; init; } = 10_000;

    /// <summary>How long a call waits for its turn before it is refused. Default 30 s.</summary>
    public TimeSpan MaximumWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after its limit a tool that does not end is waited for; then its effects end and the caller has an answer. Default 250 ms.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The policy's rules, where no <see cref="IToolPolicy"/> of the application's own stands in. Default none: all that is compiled in may be called.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    /// <summary>The JSON Lines file of records, where no <see cref="ICallRecorder"/> of the application's own stands in; null: no file. Default <c>toolgen.calls.jsonl</c>.</summary>
    public string? Records { get; init; } = "toolgen.calls.jsonl";
}
