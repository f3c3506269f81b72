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
        ForgedSet set, IReadOnlyList<ToolCall> calls, WorkerCommand worker, Action<int, RunResult>? report, CancellationToken cancellationToken)
    {
        var called = calls.Select(call => call.Tool).Distinct().ToList();
        if (called.FirstOrDefault(tool => !tool.IsRunnable) is { } dead) throw new ArgumentException($"{dead.Name} cannot be run", nameof(calls));
        var request = new WorkerRequest(
            called.Select(TryStation.Describe).ToArray(),
            calls.Select(call => new WorkerRun(called.IndexOf(call.Tool), call.Arguments, false, 0, TryStation.Deadline(call.Tool))).ToArray());
        return WorkerProcess.RunAsync(worker, set.Compiled.Image, request, TryStation.Memory(set), report, cancellationToken);
    }
}
