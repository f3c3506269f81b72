using System;
using System.Diagnostics;
using ToolGen.Sandbox.Link;

namespace ToolGen.Sandbox.Pool;

/// <summary>A worker of the pool, bound or blank.</summary>
internal sealed class PooledWorker(SandboxWorker worker)
{
    /// <summary>Processor time between its calls, over its life.</summary>
    private static readonly TimeSpan MostAlone = TimeSpan.FromSeconds(1);

    private TimeSpan alone;

    public SandboxWorker Worker => worker;

    public WorkerKey? Key { get; private set; }

    /// <summary>Of its last call, or of its start.</summary>
    public long Since { get; set; } = Stopwatch.GetTimestamp();

    /// <summary>Processor time when it was last looked at: at the end of its last call, or since.</summary>
    public TimeSpan Processor { get; set; }

    /// <summary>
    /// Whether it computes though it has no call: the runtime compiles for a while after one, a thread that was left behind goes on. Looked at while it waits and before its next call.
    /// </summary>
    public bool IsBusyAlone()
    {
        var now = worker.Processor;
        this.alone += now - this.Processor;
        this.Processor = now;
        return this.alone > MostAlone;
    }

    public TimeSpan Idle => Stopwatch.GetElapsedTime(this.Since);

    /// <summary>Gives it to one tool and caller, for good.</summary>
    public void Bind(WorkerKey key) => this.Key = this.Key is null ? key : throw new InvalidOperationException("a worker is bound once");
}
