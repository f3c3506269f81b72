using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>Try: every sample of every tool that compiled, in the sandbox.</summary>
internal static class TryStation
{
    /// <summary>Whom samples are run for.</summary>
    private const string Caller = "try";

    public static async Task<ForgedSet> RunAsync(ForgedSet set, TrialSandbox sandbox, IForgeWatcher? watcher, CancellationToken cancellationToken)
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
                var source = heldOut ? TrialFindings.TestsSource(tool) : tool.Document.Source;
                tried.Add(new(sample, heldOut, number, Place.Of(source, TrialFindings.Span(sample, result)), result));
                watcher?.Tried(index, tried[^1], samples.Length);
            }

            tools[index] = Finished(tool, tried);
            if (samples.Length > 0) watcher?.Passed(Station.Try, index, tools[index]);
        }

        return set with { Tools = tools };
    }

    private static IEnumerable<(Sample Sample, Given? Outer, bool HeldOut, int Index)> Samples(ForgedTool tool)
    {
        foreach (var (sample, index) in tool.Spec!.Examples.Select((sample, index) => (sample, index))) yield return (sample, null, false, index);
        if (tool.HeldOut.Count == 0) yield break;
        var given = TestsReader.Read(TrialFindings.TestsSource(tool), tool.Spec).Given;
        foreach (var (sample, index) in tool.HeldOut.Select((sample, index) => (sample, index))) yield return (sample, given, true, index);
    }

    private static ForgedTool Finished(ForgedTool tool, IReadOnlyList<TriedSample> samples) =>
        tool.With(Station.Try, TimeSpan.FromMilliseconds(samples.Sum(sample => sample.Result.Milliseconds)), TrialFindings.Of(tool, samples)) with { Samples = samples };
}
