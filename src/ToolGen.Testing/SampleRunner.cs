using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.Testing.Comparison;
using ToolGen.Testing.Expectations;
using ToolGen.Testing.Replay;

namespace ToolGen.Testing;

/// <summary>Station Try: runs a tool on a sample and says whether it gave what the sample says.</summary>
public static class SampleRunner
{
    /// <summary>Runs a sample of a spec.</summary>
    /// <param name="tool">The tool, made from the spec.</param>
    /// <param name="spec">For its schemas and its root <c>given</c>.</param>
    /// <param name="sample">From <c>examples</c> or from <c>NAME.tests.json</c>.</param>
    /// <param name="outer">The <c>given</c> of <c>NAME.tests.json</c>, or null.</param>
    /// <param name="findTool">Finds the tools that it calls and the sample does not record, by <c>NAME</c> or <c>NAME@RANGE</c>; null: there are none.</param>
    /// <param name="cancellationToken">Ends the run; the sample then fails with <c>canceled</c>.</param>
    /// <returns>What came of it; nothing that the tool does makes this throw.</returns>
    public static Task<SampleResult> RunAsync(
        Tool tool, ToolSpec spec, Sample sample, Given? outer = null, Func<string, Tool?>? findTool = null, CancellationToken cancellationToken = default) =>
        RunAsync(tool, sample, spec.Output, [spec.Given, outer], findTool, cancellationToken);

    /// <summary>Runs a sample of a tool without a spec.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="output">The output's schema: it says what is compared exactly and what are instants.</param>
    /// <param name="given">The worlds around the sample, outermost first.</param>
    /// <param name="findTool">Finds the tools that it calls and the sample does not record; null: there are none.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<SampleResult> RunAsync(
        Tool tool, Sample sample, SchemaPlan? output, IReadOnlyList<Given?> given, Func<string, Tool?>? findTool = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var world = ReplayWorld.Of(given, sample.Given);
            var stage = ReplayStage.Create(tool, world, sample.Expect, findTool, cancellationToken);
            await using (stage.ConfigureAwait(false)) return await RunAsync(tool, sample, output, stage, cancellationToken).ConfigureAwait(false);
        }
        catch (SampleWorldException fault)
        {
            return new(sample, SampleOutcome.Failed, [], fault.Message, null, [], [], [], TimeSpan.Zero);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(sample, SampleOutcome.Failed, [], "it was canceled", null, [new ToolError(ToolErrorCodes.Canceled, "the call was canceled")], [], [], TimeSpan.Zero);
        }
    }

    private static async Task<SampleResult> RunAsync(Tool tool, Sample sample, SchemaPlan? output, ReplayStage stage, CancellationToken cancellationToken)
    {
        var (context, scope) = stage.For(tool);
        var arguments = Encoding.UTF8.GetBytes(JsonWriter.Compact(sample.Input));
        var clock = Stopwatch.StartNew();
        var result = await CallAsync(tool, arguments, context, cancellationToken).ConfigureAwait(false);
        var run = new SampleResult(
            sample, SampleOutcome.Unrecorded, [], stage.State.Missing, result.IsError ? null : Encoding.UTF8.GetString(result.Output.Span),
            result.Errors, scope.Used, context.Lines, clock.Elapsed)
        {
            Refused = scope.Refused,
        };
        if (stage.State.Missing is not null) return run;
        if (stage.State.Unmatched is { } unmatched) return run with { Outcome = SampleOutcome.Failed, Reason = unmatched };
        if (sample.ErrorCode is null && scope.Refused.Count > 0)
            return run with { Outcome = SampleOutcome.Failed, Reason = $"the tool used {scope.Refused[0]}, which its capabilities do not list" };

        run = Judge(run, result, output);
        var notes = Seen.Check(sample.Expect, stage, cancellationToken);
        if (notes.Count > 0) return run with { Outcome = SampleOutcome.Failed, Notes = notes, Reason = run.Outcome == SampleOutcome.Failed ? run.Reason : null };
        return run.Outcome == SampleOutcome.Failed ? run : run with { Unused = stage.State.Unused(sample.Given?.Node) };
    }

    private static async Task<ToolResult> CallAsync(Tool tool, byte[] arguments, ReplayContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await tool.CallAsync(arguments, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The contract says that CallAsync does not throw; a tool written by hand may break it, and a sample says so.
            return ToolResult.Failure(exception is ToolException known
                ? new ToolError(known.Code, known.Message)
                : new ToolError(ToolErrorCodes.Internal, $"the tool threw {exception.GetType().Name}: {exception.Message}"));
        }
    }

    private static SampleResult Judge(SampleResult run, ToolResult result, SchemaPlan? output)
    {
        var sample = run.Sample;
        if (sample.ErrorCode is not null) return JudgeError(run);
        if (result.IsError) return run with { Outcome = SampleOutcome.Failed, Reason = "expected an output, got " + Said(result.Errors) };
        if (sample.OutputUnknown) return run with { Outcome = SampleOutcome.Unconfirmed, Reason = "the sample has no output to compare with" };
        if (sample.Output is not { } expected) return run with { Outcome = SampleOutcome.Failed, Reason = "the sample has neither output nor error" };
        if (JsonText.Parse(result.Output) is not { } actual) return run with { Outcome = SampleOutcome.Failed, Reason = "the tool gave an output that is no JSON" };

        var differences = OutputComparer.Differences(expected, actual, output, sample.Compare);
        return run with { Outcome = differences.Count == 0 ? SampleOutcome.Passed : SampleOutcome.Failed, Differences = differences };
    }

    private static SampleResult JudgeError(SampleResult run)
    {
        var (code, pointer) = (run.Sample.ErrorCode, run.Sample.ErrorPointer);
        if (run.Errors.Any(error => error.Code == code && (pointer is null || error.Pointer == pointer))) return run with { Outcome = SampleOutcome.Passed };
        var expected = pointer is null ? code : $"{code} {pointer}";
        var got = run.Errors.Count > 0 ? Said(run.Errors) : "the output " + (run.Output is { } output ? ShownText.Cut(output, 100) : "");
        return run with { Outcome = SampleOutcome.Failed, Reason = $"expected the error {expected}, got {got}" };
    }

    private static string Said(IReadOnlyList<ToolError> errors) =>
        string.Join("; ", errors.Take(5).Select(error => $"{error.Code}{(string.IsNullOrEmpty(error.Pointer) ? "" : " " + error.Pointer)}: {error.Message}"));
}
