using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Inputs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>Try: every sample of every tool that compiled, in the sandbox; then inputs that nobody wrote a sample for.</summary>
internal static class TryStation
{
    /// <summary>Whom samples are run for.</summary>
    private const string Caller = "try";

    /// <param name="set">What passed Inspect.</param>
    /// <param name="sandbox">Where it runs.</param>
    /// <param name="inputs">How many inputs are made for each tool.</param>
    /// <param name="watcher">Told of each sample and tool.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<ForgedSet> RunAsync(ForgedSet set, TrialSandbox sandbox, int inputs, IForgeWatcher? watcher, CancellationToken cancellationToken)
    {
        var sandboxed = new SandboxedSet(set, sandbox.Sandbox, Caller);
        var tools = set.Tools.ToArray();
        for (var index = 0; index < tools.Length; index++)
        {
            var tool = tools[index];
            var samples = tool.IsRunnable ? Samples(tool).ToArray() : [];
            var tried = new List<TriedSample>();
            foreach (var (sample, outer, heldOut, number) in samples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = await SampleTrial.RunAsync(tool, sample, outer, sandboxed, sandbox, cancellationToken);
                var source = heldOut ? tool.TestsSource! : tool.Document.Source;
                tried.Add(new(sample, heldOut, number, Place.Of(source, TrialFindings.Span(sample, result)), result));
                watcher?.Tried(index, tried[^1], samples.Length);
            }

            tools[index] = tool.IsRunnable ? await FinishedAsync(tool, tried, inputs, sandboxed, sandbox, cancellationToken) : tool;
            if (samples.Length > 0) watcher?.Passed(Station.Try, index, tools[index]);
        }

        return set with { Tools = tools };
    }

    private static IEnumerable<(Sample Sample, Given? Outer, bool HeldOut, int Index)> Samples(ForgedTool tool)
    {
        foreach (var (sample, index) in tool.Spec!.Examples.Select((sample, index) => (sample, index))) yield return (sample, null, false, index);
        foreach (var (sample, index) in tool.HeldOut.Select((sample, index) => (sample, index))) yield return (sample, tool.HeldOutGiven, true, index);
    }

    private static async Task<ForgedTool> FinishedAsync(
        ForgedTool tool, IReadOnlyList<TriedSample> samples, int count, SandboxedSet set, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var tried = tool.With(Station.Try, TimeSpan.FromMilliseconds(samples.Sum(sample => sample.Result.Milliseconds)), TrialFindings.Of(tool, samples)) with { Samples = samples };

        // What fails its own samples is told by them.
        if (count == 0 || tried.HasErrors) return tried;
        var (inputs, findings) = await new InputTrial(tried, set[tool], set.Find, sandbox).RunAsync(count, cancellationToken);
        return tried.With(Station.Try, tried.Times[Station.Try] + clock.Elapsed, findings) with { Inputs = inputs };
    }
}
