using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Trial;

/// <summary>
/// Samples of somebody who needs a tool, held against tools that are there: whether one does what is needed its schemas and these say, not its words. The world of a run is what a sample gives; a tool reaches nothing else.
/// Thread-safe.
/// </summary>
public sealed class AskedSamples
{
    /// <summary>So many samples at most.</summary>
    public const int Most = 20;

    /// <summary>Characters of all of them together.</summary>
    public const int MaximumCharacters = 64 * 1024;

    private const int LongestReason = 300, MostRun = 5;

    private readonly IReadOnlyList<IReadOnlyList<Given?>> around;
    private readonly JsonDocument document;

    private AskedSamples(JsonDocument document, IReadOnlyList<IReadOnlyList<Given?>> around) => (this.document, this.around) = (document, around);

    /// <summary>How many.</summary>
    public int Count => this.around.Count;

    /// <summary>Their text.</summary>
    public string Text => this.document.Source.Text;

    /// <summary>Reads an array of samples, or <c>{given, tests}</c>, as <c>NAME.tests.json</c> has them.</summary>
    /// <param name="source">The text.</param>
    /// <param name="refusal">What is wrong with it, and what to write instead; null: nothing.</param>
    public static AskedSamples? Read(SourceText source, out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Text.Length > MaximumCharacters)
        {
            refusal = $"the samples have {source.Text.Length} characters, and {MaximumCharacters} are allowed: give fewer or smaller ones";
            return null;
        }

        var reading = TestsReader.Read(source);
        refusal = reading.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error) is { } error ? $"the samples can't be read: {Said(error)}"
            : reading.Samples.Count is 0 or > Most ? $"there are {reading.Samples.Count} samples: give 1 to {Most}, such as [{{\"input\": {{…}}, \"output\": {{…}}}}]"
            : reading.Samples.Any(sample => sample.OutputUnknown) ? "a sample says \"output\": \"?\": write what the tool should give"
            : null;
        return refusal is null ? new(reading.Document, [.. reading.Samples.Select(_ => (IReadOnlyList<Given?>)[reading.Given])]) : null;
    }

    /// <summary>The samples that a tool passes itself: what another one has to pass to do the same. Null where it has none.</summary>
    /// <param name="tool">What <see cref="Forge.TryAsync"/> tried.</param>
    public static AskedSamples? Of(ForgedTool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return Of(tool.Samples.Where(sample => sample.Result.Outcome == RunOutcome.Passed).Select(sample => (sample.Sample, (IReadOnlyList<Given?>)[tool.Spec!.Given, sample.IsHeldOut ? tool.HeldOutGiven : null])));
    }

    /// <summary>The samples of a version that passed them all. Null where it has none.</summary>
    /// <param name="spec">Its spec.</param>
    /// <param name="tests">Its <c>NAME.tests.json</c>; null: it has none.</param>
    public static AskedSamples? Of(ToolSpec spec, TestsReading? tests)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var heldOut = tests?.Samples.Select(sample => (sample, (IReadOnlyList<Given?>)[spec.Given, tests.Given])) ?? [];
        return Of(spec.Examples.Select(sample => (sample, (IReadOnlyList<Given?>)[spec.Given])).Concat(heldOut));
    }

    /// <summary>Why the schemas of a tool do not take these samples; null: they do, and it can be run on them.</summary>
    /// <param name="spec">The tool's.</param>
    public string? Unfit(ToolSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return TestsReader.Read(this.document, spec).Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error) is { } error ? Said(error) : null;
    }

    /// <summary>The same of a tool whose spec is a text.</summary>
    /// <param name="spec">The tool's.</param>
    public string? Unfit(string spec) =>
        SpecReader.Read("spec", Encoding.UTF8.GetBytes(spec)).Spec is not { } read ? "its spec can't be read"
        : this.Unfit(read) is { } unfit ? $"its schemas do not take the samples: {unfit}"
        : null;

    /// <summary>Tries them on tools that seem to fit: they are run on five at most, one after the other, until the time is over. Who has seen enough asks for no more.</summary>
    /// <typeparam name="T">What a tool is for whoever asks.</typeparam>
    /// <param name="tools">The best first.</param>
    /// <param name="time">What all runs together may take.</param>
    /// <param name="hinders">Why a tool is not run, such as <see cref="Unfit(string)"/>; null: it is.</param>
    /// <param name="run">Runs a tool for so long and no longer.</param>
    /// <returns>One a tool, in their order.</returns>
    public static async IAsyncEnumerable<TriedTool<T>> TryAsync<T>(IEnumerable<T> tools, TimeSpan time, Func<T, string?> hinders, Func<T, TimeSpan, Task<TriedTool<T>>> run)
    {
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(hinders);
        ArgumentNullException.ThrowIfNull(run);
        var (clock, count) = (Stopwatch.StartNew(), 0);
        foreach (var tool in tools)
        {
            var left = time - clock.Elapsed;
            if ((count == MostRun ? $"not run: {MostRun} others were" : left <= TimeSpan.Zero ? "not run: the time was over" : hinders(tool)) is { } why)
            {
                yield return new(tool, null, why);
                continue;
            }

            count++;
            yield return await run(tool, left);
        }
    }

    /// <summary>Runs them on the first tool of a set, in the sandbox.</summary>
    /// <param name="set">What <see cref="Forge.Make"/> made.</param>
    /// <param name="sandbox">Where its code runs.</param>
    /// <param name="caller">Whom it is run for: no worker serves two callers.</param>
    /// <param name="time">What all of them may take together; those that are not run by then did not pass.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public async Task<AskedRun> RunAsync(ForgedSet set, TrialSandbox sandbox, string caller, TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(sandbox);
        var tool = set.Tools[0];
        if (tool.Spec is not { } spec || tool.HasErrors || !tool.IsRunnable) return new(0, this.Count, "it can't be run here");
        if (this.Unfit(spec) is { } unfit) return new(0, this.Count, unfit);
        var samples = TestsReader.Read(this.document, spec).Samples;
        var sandboxed = new SandboxedSet(set, sandbox.Sandbox, caller);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(time);
        var (passed, why) = (0, (string?)null);
        try
        {
            for (var index = 0; index < samples.Count; index++)
            {
                late.Token.ThrowIfCancellationRequested();
                var result = await SampleTrial.RunAsync(tool, samples[index], this.around[index], sandboxed, sandbox, late.Token);
                if (result.Outcome == RunOutcome.Passed) passed++;
                else why ??= $"sample {index + 1}: {Reason(result)}";
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            why ??= $"it took longer than {time.TotalSeconds:0.#} s";
        }

        return new(passed, this.Count, why);
    }

    private static AskedSamples? Of(IEnumerable<(Sample Sample, IReadOnlyList<Given?> Around)> samples)
    {
        var taken = new List<(string Text, IReadOnlyList<Given?> Around)>();
        var length = 2;
        foreach (var (sample, around) in samples.Where(one => !one.Sample.OutputUnknown))
        {
            var text = JsonWriter.Compact(sample.Node);
            length += text.Length + 1;

            // Of more than are run, none could be said to pass all.
            if (taken.Count == Most || length > MaximumCharacters) return null;
            taken.Add((text, around));
        }

        if (taken.Count == 0) return null;
        return new(JsonReader.Read(new SourceText("samples", $"[{string.Join(',', taken.Select(one => one.Text))}]")), [.. taken.Select(one => one.Around)]);
    }

    private static string Reason(RunResult result) => Cut(
        result.Outcome switch
        {
            RunOutcome.TimedOut => "it took too long",
            RunOutcome.Crashed => "its process died",
            RunOutcome.Unrecorded => "it needs an effect that the sample says nothing of",
            _ => result.Differences.Count > 0 ? result.Differences[0] : "it gave something else",
        });

    private static string Said(Finding finding) => Cut(finding.Message);

    private static string Cut(string text) => ShownText.Cut(text, LongestReason);
}
