using System;
using System.Threading;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Looks at a worker twenty times a second, and ends it where it is beyond its limits: for machines whose kernel does not count them for one process.</summary>
internal sealed class BoundsWatch(Func<bool> isBeyond, Action kill) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Timer timer = new(
        _ =>
        {
            if (isBeyond()) kill();
        },
        null, Pause, Pause);

    /// <summary>Of threads and of memory that the machine gave it, as Linux tells them.</summary>
    public static BoundsWatch OfStatus(int worker, long idleBytes, WorkerLimits limits, Action kill) =>
        new(() => ProcessStatus.Of(worker) is { } now && (now.Threads > limits.Threads || now.HeldBytes - idleBytes > limits.MemoryBytes), kill);

    public void Dispose() => this.timer.Dispose();
}
