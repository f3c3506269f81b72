using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>Try: every sample of every tool that compiled, in a child process.</summary>
internal static class TryStation
{
    /// <summary>What a process may need beyond the tool's own limit before it is called hung: loading and compiling code.</summary>
    private const long GraceMilliseconds = 3_000;

    /// <summary>What the worker itself needs beside the tool's memory.</summary>
    private const long WorkerMemory = 256L << 20;

    public static async Task<ForgedSet> RunAsync(ForgedSet set, WorkerCommand worker, IForgeWatcher? watcher, CancellationToken cancellationToken)
    {
        var runnable = Enumerable.Range(0, set.Tools.Count).Where(index => set.Tools[index].IsRunnable).ToArray();
        var owners = new List<(int Tool, Sample Sample, bool HeldOut, int Index)>();
        var runs = new List<WorkerRun>();
        for (var i = 0; i < runnable.Length; i++)
        {
            var tool = set.Tools[runnable[i]];
            foreach (var (sample, heldOut, index) in Samples(tool))
            {
                owners.Add((runnable[i], sample, heldOut, index));
                runs.Add(new WorkerRun(i, null, heldOut, index, Deadline(tool)));
            }
        }

        var tried = set.Tools.Select(_ => new List<TriedSample>()).ToArray();
        var totals = owners.CountBy(owner => owner.Tool).ToDictionary();
        await WorkerProcess.RunAsync(
            worker, set.Compiled.Image, new WorkerRequest(runnable.Select(index => Describe(set.Tools[index])).ToArray(), runs), Memory(set), Report, cancellationToken);
        return set with { Tools = set.Tools.Select((tool, index) => Finished(tool, tried[index])).ToArray() };

        void Report(int run, RunResult result)
        {
            var (tool, sample, heldOut, index) = owners[run];
            var source = heldOut ? TrialFindings.TestsSource(set.Tools[tool]) : set.Tools[tool].Document.Source;
            var one = new TriedSample(sample, heldOut, index, Place.Of(source, TrialFindings.Span(sample, result)), result);
            tried[tool].Add(one);
            watcher?.Tried(tool, one, totals[tool]);
            if (run + 1 == owners.Count || owners[run + 1].Tool != tool) watcher?.Passed(Station.Try, tool, Finished(set.Tools[tool], tried[tool]));
        }
    }

    /// <summary>A worker's view of a tool.</summary>
    public static WorkerTool Describe(ForgedTool tool) => new(
        tool.Name, tool.Compiled!.Unit.TypeName, tool.Input.Path, tool.Document.Source.Text,
        tool.Input.TestsPath, tool.Input.TestsPath is null ? null : Encoding.UTF8.GetString(tool.Input.Tests.Span));

    /// <summary>The wall time that one run of a tool gets.</summary>
    public static long Deadline(ForgedTool tool) => tool.Spec!.Limits.TimeoutMilliseconds + GraceMilliseconds;

    /// <summary>The memory that the worker of a set gets: its hungriest tool's.</summary>
    public static long Memory(ForgedSet set) => WorkerMemory + set.Tools.Select(tool => tool.Spec?.Limits.MemoryBytes ?? 0).DefaultIfEmpty().Max();

    private static IEnumerable<(Sample Sample, bool HeldOut, int Index)> Samples(ForgedTool tool) =>
        tool.Spec!.Examples.Select((sample, index) => (sample, false, index)).Concat(tool.HeldOut.Select((sample, index) => (sample, true, index)));

    private static ForgedTool Finished(ForgedTool tool, IReadOnlyList<TriedSample> samples) =>
        tool.With(Station.Try, System.TimeSpan.FromMilliseconds(samples.Sum(sample => sample.Result.Milliseconds)), TrialFindings.Of(tool, samples)) with { Samples = samples };
}
