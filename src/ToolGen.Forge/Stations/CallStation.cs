using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;

namespace ToolGen.Forge.Stations;

/// <summary>Calls of forged tools, in the same child process as samples.</summary>
internal static class CallStation
{
    public static Task<IReadOnlyList<RunResult>> RunAsync(
        ForgedSet set, IReadOnlyList<ToolCall> calls, WorkerCommand worker, HostEffects? effects, Action<int, RunResult>? report, CancellationToken cancellationToken)
    {
        if (calls.FirstOrDefault(call => !call.Tool.IsRunnable) is { } dead) throw new ArgumentException($"{dead.Tool.Name} cannot be run", nameof(calls));

        // All that can run: those that are called call others.
        var tools = set.Tools.Where(tool => tool.IsRunnable).ToList();
        var request = new WorkerRequest(
            tools.Select(TryStation.Describe).ToArray(),
            calls.Select(call => new WorkerRun(tools.IndexOf(call.Tool), call.Arguments, false, 0, TryStation.Deadline(call.Tool))).ToArray())
        { Effects = effects };
        return WorkerProcess.RunAsync(worker, set.Compiled.Image, request, TryStation.Memory(set), report, cancellationToken);
    }

    /// <summary>The same for samples that are recorded.</summary>
    public static Task<IReadOnlyList<RunResult>> RecordAsync(
        ForgedSet set, IReadOnlyList<(ForgedTool Tool, TriedSample Sample)> samples, WorkerCommand worker, HostEffects effects, CancellationToken cancellationToken)
    {
        var tools = set.Tools.Where(tool => tool.IsRunnable).ToList();
        var runs = samples.Select(one => new WorkerRun(tools.IndexOf(one.Tool), null, one.Sample.IsHeldOut, one.Sample.Index, TryStation.Deadline(one.Tool), Records: true)).ToArray();
        return WorkerProcess.RunAsync(worker, set.Compiled.Image, new WorkerRequest(tools.Select(TryStation.Describe).ToArray(), runs) { Effects = effects }, TryStation.Memory(set), null, cancellationToken);
    }
}
