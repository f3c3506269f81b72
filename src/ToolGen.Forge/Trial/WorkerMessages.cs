using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace ToolGen.Forge.Trial;

/// <summary>A tool in the assembly that the worker loads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its class.</param>
/// <param name="SpecPath">The path to show.</param>
/// <param name="Spec">The spec's text.</param>
/// <param name="TestsPath">The path of <c>NAME.tests.json</c>; null where there is none.</param>
/// <param name="Tests">Its text.</param>
public sealed record WorkerTool(string Name, string TypeName, string SpecPath, string Spec, string? TestsPath, string? Tests);

/// <summary>One thing to run: a call, or a sample.</summary>
/// <param name="Tool">An index of <see cref="WorkerRequest.Tools"/>.</param>
/// <param name="Arguments">For a call: JSON. Null: a sample.</param>
/// <param name="HeldOut">The sample stands in <c>NAME.tests.json</c>, not in <c>examples</c>.</param>
/// <param name="Sample">Its index there.</param>
/// <param name="DeadlineMilliseconds">The wall time after which the parent kills the worker.</param>
/// <param name="Records">The sample runs with real effects, and what it got is recorded.</param>
public sealed record WorkerRun(int Tool, string? Arguments, bool HeldOut, int Sample, long DeadlineMilliseconds, bool Records = false);

/// <summary>What a worker is asked; the assembly follows as a message of its own.</summary>
public sealed record WorkerRequest(IReadOnlyList<WorkerTool> Tools, IReadOnlyList<WorkerRun> Runs)
{
    /// <summary>What calls may reach; null: nothing, and the errors say what to grant.</summary>
    public HostEffects? Effects { get; init; }
}

/// <summary>What a worker says: first that a run starts, then what came of it.</summary>
/// <param name="Run">An index of <see cref="WorkerRequest.Runs"/>.</param>
/// <param name="Result">Null: the run starts now.</param>
public sealed record WorkerReply(int Run, RunResult? Result);

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

    /// <summary>The wall time was over; the process was killed.</summary>
    TimedOut,

    /// <summary>The process died.</summary>
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

    /// <summary>Of a run that a process did not live to report.</summary>
    internal static RunResult Ended(RunOutcome outcome, string code, string message, double milliseconds) =>
        new(outcome, null, [new ToolError(code, message)], [], [], milliseconds);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
internal sealed partial class WorkerJson : JsonSerializerContext;
