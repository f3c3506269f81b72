using System;
using System.ComponentModel;
using System.Diagnostics;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Limits of a worker by looking at it from outside twenty times a second: where the system offers nothing that a process of the user can set on another.</summary>
internal sealed class WatchedBounds : IProcessBounds
{
    private BoundsWatch? watch;

    public TimeSpan? Processor(Process started, int worker) => Ask(() => started.TotalProcessorTime, (TimeSpan?)null);

    public void Set(Process started, int worker, WorkerLimits limits, Action kill)
    {
        var idle = Ask(() => started.WorkingSet64, 0);
        this.watch = new(() => Ask(() => IsBeyond(started, idle, limits), false), kill);
    }

    public void End(Process started) => started.Kill(entireProcessTree: true);

    public void Dispose() => this.watch?.Dispose();

    private static bool IsBeyond(Process process, long idle, WorkerLimits limits)
    {
        process.Refresh();
        return process.WorkingSet64 - idle > limits.MemoryBytes || process.TotalProcessorTime > limits.Processor || process.Threads.Count > limits.Threads;
    }

    /// <summary>What a process says of itself while it runs.</summary>
    private static T Ask<T>(Func<T> question, T ended)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return ended;
        }
    }
}
