using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace ToolGen.Effects.Tests.Http;

/// <summary>
/// A clock for waits: one that is shorter than <paramref name="longest"/> ends at once and moves the time by its length, longer ones never end.
/// </summary>
internal sealed class ManualTime(TimeSpan longest) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get { lock (this.gate) return this.waits.ToArray(); }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (this.gate) return this.now;
    }

    public override long GetTimestamp() => this.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < longest)
        {
            lock (this.gate)
            {
                this.waits.Add(dueTime);
                this.now += dueTime;
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public System.Threading.Tasks.ValueTask DisposeAsync() => default;
    }
}
