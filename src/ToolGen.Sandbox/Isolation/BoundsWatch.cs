using System;
using System.Threading;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Looks at a worker twenty times a second, and ends it where it has more threads or memory than it may: for machines whose kernel does not count them for one process.</summary>
internal sealed class BoundsWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Timer timer;

    public BoundsWatch(int worker, long idleBytes, WorkerLimits limits, Action kill) =>
        this.timer = new(
            _ =>
            {
                if (ProcessStatus.Of(worker) is { } now && (now.Threads > limits.Threads || now.ResidentBytes - idleBytes > limits.MemoryBytes)) kill();
            },
            null, Pause, Pause);

    public void Dispose() => this.timer.Dispose();
}
