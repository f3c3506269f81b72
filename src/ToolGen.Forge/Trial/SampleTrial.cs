using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox;
using ToolGen.Specification.Specs;
using ToolGen.Testing;

namespace ToolGen.Forge.Trial;

/// <summary>One sample in the sandbox. The code runs there; the world that the sample gives, and the judgement, stay on this side.</summary>
internal static class SampleTrial
{
    public static Task<RunResult> RunAsync(ForgedTool tool, Sample sample, Given? outer, SandboxedSet set, TrialSandbox sandbox, CancellationToken cancellationToken) =>
        RunAsync(tool, sample, [tool.Spec!.Given, outer], set, sandbox, cancellationToken);

    /// <summary>The same of a sample that is not the tool's own: nothing is given but what stands around it.</summary>
    public static async Task<RunResult> RunAsync(ForgedTool tool, Sample sample, IReadOnlyList<Given?> around, SandboxedSet set, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var (result, run) = await sandbox.WatchAsync(tool.Name, () => SampleRunner.RunAsync(set[tool], sample, tool.Spec!.Output, around, set.Find, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return new RunResult(Outcome(result, run), result.Output, result.Errors, result.Describe() is { Length: > 0 } what ? [what] : [], result.Log, result.Elapsed.TotalMilliseconds)
        {
            DifferenceAt = result.DifferenceAt,
            Unused = result.Unused,
            Used = result.Used,
            Refused = result.Refused,
            Run = run,
        };
    }

    /// <summary>How a call ended whose answer is all that is asked.</summary>
    public static RunOutcome Outcome(ToolResult result, SandboxRun? run) => Ended(run) ?? (result.IsError ? RunOutcome.Failed : RunOutcome.Passed);

    private static RunOutcome Outcome(SampleResult result, SandboxRun? run) => Ended(run) ?? result.Outcome switch
    {
        SampleOutcome.Passed => RunOutcome.Passed,
        SampleOutcome.Unconfirmed => RunOutcome.Unconfirmed,
        SampleOutcome.Unrecorded => RunOutcome.Unrecorded,
        _ => RunOutcome.Failed,
    };

    // What ended with its process gave no answer, whatever stands in its place.
    private static RunOutcome? Ended(SandboxRun? run) => run?.End switch
    {
        SandboxEnd.TimedOut or SandboxEnd.Processor => RunOutcome.TimedOut,
        SandboxEnd.Crashed or SandboxEnd.Memory or SandboxEnd.Protocol or SandboxEnd.NotStarted => RunOutcome.Crashed,
        _ => null,
    };
}
