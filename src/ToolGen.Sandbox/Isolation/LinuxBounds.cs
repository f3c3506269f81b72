using System;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Limits of a worker on Linux: those of the kernel on the process, a control group where this machine lets one be made, and a look from outside for what neither counts.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxBounds : IProcessBounds
{
    // Resources of prlimit(2).
    private const int Cpu = 0, FileSize = 1, Data = 2, Core = 4, Processes = 6, Files = 7, LockedMemory = 8, MessageQueues = 12;

    // The runtime keeps each of its assemblies open that it has loaded.
    private const ulong OpenFiles = 1024;

    // Stacks count whole, used or not.
    private const long StackBytes = 1 << 20, StacksBeside = 16;

    private ControlGroup? group;
    private int worker;
    private BoundsWatch? watch;

    /// <summary>Whether the worker could have started processes, which are to be ended with it.</summary>
    public bool HasChildren { get; init; }

    /// <summary>Whether bubblewrap was started, and is to start the worker: in a user namespace of its own, where the kernel counts its threads alone.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Whether a control group is made where this machine lets one be made.</summary>
    public bool HasGroup { get; init; } = true;

    public TimeSpan? Processor(Process started, int worker)
    {
        this.worker = worker;
        return Linux.Processor(worker);
    }

    public void Set(Process started, int worker, WorkerLimits limits, Action kill)
    {
        this.worker = worker;
        if (ProcessStatus.Of(worker) is not { } idle)
        {
            // It ended, or cannot be seen: what cannot be seen cannot be bounded.
            kill();
            return;
        }

        this.group = this.HasGroup ? ControlGroup.Create(worker, limits) : null;
        var isHeld = Linux.Limit(worker, Data, (ulong)(idle.DataBytes + limits.MemoryBytes + (Math.Min(limits.Threads, StacksBeside) * StackBytes)))
            & Linux.Limit(worker, Cpu, (ulong)Math.Ceiling(limits.Processor.TotalSeconds))
            & Linux.Limit(worker, FileSize, 0) & Linux.Limit(worker, Core, 0) & Linux.Limit(worker, LockedMemory, 0) & Linux.Limit(worker, MessageQueues, 0)
            & Linux.Limit(worker, Files, OpenFiles);
        if (!isHeld)
        {
            kill();
            return;
        }

        var countsThreads = this.group is not null || (this.IsWrapped && Environment.UserName != "root" && Linux.Limit(worker, Processes, (ulong)limits.Threads));
        if (this.group is null || !countsThreads) this.watch = BoundsWatch.OfStatus(worker, idle.HeldBytes, limits, kill);
    }

    public void End(Process started)
    {
        if (this.IsWrapped && !started.HasExited) ChildProcess.EndOf(started.Id);

        // What it started is looked for once it ended: a look at all processes takes longer than a call may wait.
        started.Kill();
    }

    public void Dispose()
    {
        this.watch?.Dispose();
        if (this.HasChildren) Descendants.End(this.worker);
        this.group?.Dispose();
    }
}
