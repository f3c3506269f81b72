using System;
using System.Diagnostics;
using ToolGen.Sandbox.Link;

namespace ToolGen.Sandbox.Pool;

/// <summary>A worker of the pool, bound or blank.</summary>
internal sealed class PooledWorker(SandboxWorker worker)
{
    public SandboxWorker Worker => worker;

    public WorkerKey? Key { get; private set; }

    /// <summary>Of its last call, or of its start.</summary>
    public long Since { get; set; } = Stopwatch.GetTimestamp();

    /// <summary>Processor time at the end of its last call.</summary>
    public TimeSpan Processor { get; set; }

    public TimeSpan Idle => Stopwatch.GetElapsedTime(this.Since);

    /// <summary>Gives it to one version and caller, for good.</summary>
    public void Bind(WorkerKey key) => this.Key = this.Key is null ? key : throw new InvalidOperationException("a worker is bound once");
}
