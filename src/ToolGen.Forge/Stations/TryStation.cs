using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Inputs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>Try: every sample of every tool that compiled, in the sandbox; then inputs that nobody wrote a sample for.</summary>
/// <param name="sandbox">Where it runs.</param>
/// <param name="inputs">How many inputs are made for each tool.</param>
/// <param name="time">What all of that may take for one tool.</param>
/// <param name="watcher">Told of each sample and tool.</param>
internal sealed class TryStation(TrialSandbox sandbox, int inputs, TimeSpan time, IForgeWatcher? watcher)
{
    /// <summary>Whom samples are run for.</summary>
    private const string Caller = "try";

    /// <param name="set">What passed Inspect.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<ForgedSet> RunAsync(ForgedSet set, CancellationToken cancellationToken)
    {
        var sandboxed = new SandboxedSet(set, sandbox.Sandbox, Caller);
        var tools = set.Tools.ToArray();
        for (var index = 0; index < tools.Length; index++)
        {
            if (!tools[index].IsRunnable) continue;
            tools[index] = await this.TriedAsync(tools[index], index, sandboxed, cancellationToken);
            if (tools[index].Spec!.Examples.Count + tools[index].HeldOut.Count > 0) watcher?.Passed(Station.Try, index, tools[index]);
        }

        return set with { Tools = tools };
    }

    private async Task<ForgedTool> TriedAsync(ForgedTool tool, int index, SandboxedSet set, CancellationToken cancellationToken)
    {
        using var work = new TimedWork(time, cancellationToken);
        var whole = Stopwatch.StartNew();
        var samples = new List<TriedSample>();
        if (!await work.RunAsync(late => this.SamplesAsync(tool, index, samples, set, late))) return TooLong(With(tool, samples));
        var tried = With(tool, samples);

        // What fails its own samples is told by them.
        if (inputs == 0 || tried.HasErrors) return tried;
        (TriedInputs Inputs, IReadOnlyList<Finding> Findings) made = (new(0, 0, 0, 0, 0), []);
        var clock = Stopwatch.StartNew();
        if (!await work.RunAsync(async late => made = await new InputTrial(tried, set[tool], set.Find, sandbox).RunAsync(inputs, late))) return TooLong(tried);
        return tried.With(Station.Try, tried.Times[Station.Try] + clock.Elapsed, made.Findings) with { Inputs = made.Inputs };

        ForgedTool TooLong(ForgedTool so) => so.With(Station.Try, whole.Elapsed, [new(FindingCatalog.TryingTooLong, Place.Of(tool.Document.Source, tool.Spec!.NameNode.Span), new(work.Text))]);
    }

    private async Task SamplesAsync(ForgedTool tool, int index, List<TriedSample> tried, SandboxedSet set, CancellationToken cancellationToken)
    {
        var samples = Samples(tool).ToArray();
        foreach (var (sample, outer, heldOut, number) in samples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await SampleTrial.RunAsync(tool, sample, outer, set, sandbox, cancellationToken);
            var source = heldOut ? tool.TestsSource! : tool.Document.Source;
            tried.Add(new(sample, heldOut, number, Place.Of(source, TrialFindings.Span(sample, result)), result));
            watcher?.Tried(index, tried[^1], samples.Length);
        }
    }

    private static IEnumerable<(Sample Sample, Given? Outer, bool HeldOut, int Index)> Samples(ForgedTool tool)
    {
        foreach (var (sample, index) in tool.Spec!.Examples.Select((sample, index) => (sample, index))) yield return (sample, null, false, index);
        foreach (var (sample, index) in tool.HeldOut.Select((sample, index) => (sample, index))) yield return (sample, tool.HeldOutGiven, true, index);
    }

    private static ForgedTool With(ForgedTool tool, IReadOnlyList<TriedSample> samples) =>
        tool.With(Station.Try, TimeSpan.FromMilliseconds(samples.Sum(sample => sample.Result.Milliseconds)), TrialFindings.Of(tool, samples)) with { Samples = samples };
}
