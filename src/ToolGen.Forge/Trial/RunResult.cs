using System.Collections.Generic;

namespace ToolGen.Forge.Trial;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>A call answered, or a sample gave what it should.</summary>
    Passed,

    /// <summary>A call ended with errors, or a sample gave something else.</summary>
    Failed,

    /// <summary>A sample whose output is <c>"?"</c>: <see cref="RunResult.Output"/> is what a person may confirm.</summary>
    Unconfirmed,

    /// <summary>A sample whose effect has no recording: neither pass nor crash.</summary>
    Unrecorded,

    /// <summary>The wall time was over, or the processor time of its process; the process was killed.</summary>
    TimedOut,

    /// <summary>The process died, or none could be started.</summary>
    Crashed,
}

/// <summary>What came of one run.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Output">The output as JSON; null where there is none.</param>
/// <param name="Errors">The call's errors.</param>
/// <param name="Differences">For a failed sample: where it differs, as sentences.</param>
/// <param name="Log">What the tool noted for the people who run it.</param>
/// <param name="Milliseconds">Wall time of the run alone.</param>
public sealed record RunResult(
    RunOutcome Outcome, string? Output, IReadOnlyList<ToolError> Errors, IReadOnlyList<string> Differences, IReadOnlyList<string> Log, double Milliseconds)
{
    /// <summary>The JSON Pointer into the sample of what did not come first; null where there is none.</summary>
    public string? DifferenceAt { get; init; }

    /// <summary>For a sample: the parts of its <c>given</c> that nothing asked for, as JSON Pointers into it.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>For a recorded run: a JSON object, what the sample's <c>given</c> is to hold.</summary>
    public string? Recorded { get; init; }

    /// <summary>The capabilities that the run used, in ordinal order; empty for what was not seen to its end.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];

    /// <summary>For a sample: the effects that the run tried and no capability allows, in ordinal order.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>How the process that ran it fared; null where none was needed.</summary>
    public Sandbox.SandboxRun? Run { get; init; }
}
