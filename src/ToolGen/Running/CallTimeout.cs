using System;
using System.Threading;

namespace ToolGen;

/// <summary>
/// Ends a call that runs longer than its tool may, or that its caller gives up. A tool keeps the one of a call that ended at once for its next
/// call: the timer runs on and looks, when it fires, which call is running by then, so that a call neither makes nor sets a timer.
/// </summary>
internal sealed class CallTimeout : IDisposable
{
    private const long None = long.MaxValue;
    private const long Fired = long.MinValue;

    /// <summary>What a timer can wait, in milliseconds.</summary>
    private const long Longest = uint.MaxValue - 1;

    private readonly CancellationTokenSource source = new();
    private readonly Timer timer;
    private CancellationTokenRegistration caller;

    // When the running call is to end, in milliseconds of the machine's clock; or that none is, or that it was ended.
    private long deadline = None;

    // When the timer fires next.
    private long due = None;

    private CallTimeout() => this.timer = Quiet(this);

    public CancellationToken Token => this.source.Token;

    /// <summary>Begins a call with the one that a tool keeps, or with a new one.</summary>
    public static CallTimeout Begin(ref CallTimeout? kept, TimeSpan limit, CancellationToken cancellationToken)
    {
        var call = Interlocked.Exchange(ref kept, null) ?? new();
        call.Run(limit);
        if (cancellationToken.CanBeCanceled) call.caller = cancellationToken.UnsafeRegister(static call => ((CallTimeout)call!).source.Cancel(), call);
        return call;
    }

    /// <summary>Ends a call whose code does not run on: the next may have it.</summary>
    public void End(ref CallTimeout? kept)
    {
        this.caller.Dispose();
        this.caller = default;
        if (Interlocked.Exchange(ref this.deadline, None) == Fired || !this.source.TryReset()) this.timer.Dispose();
        else Interlocked.Exchange(ref kept, this)?.timer.Dispose();
    }

    public void Dispose()
    {
        this.caller.Dispose();
        this.timer.Dispose();
    }

    private void Run(TimeSpan limit)
    {
        var wait = limit == Timeout.InfiniteTimeSpan ? Longest : (long)Math.Min(limit.TotalMilliseconds, Longest);
        var end = Environment.TickCount64 + wait;
        Interlocked.Exchange(ref this.deadline, end);
        if (Volatile.Read(ref this.due) > end) this.Set(end, wait);
    }

    private void Set(long at, long wait)
    {
        // Both or neither: a call that finds the timer due before its own end relies on it.
        lock (this.timer)
        {
            Volatile.Write(ref this.due, at);
            this.timer.Change(wait, Timeout.Infinite);
        }
    }

    private void Look()
    {
        // First that it will not fire, then whether a call runs: a call that begins does both the other way around.
        Interlocked.Exchange(ref this.due, None);
        var end = Interlocked.Read(ref this.deadline);
        while (end is not (None or Fired))
        {
            var wait = end - Environment.TickCount64;
            if (wait <= 0)
            {
                if (Interlocked.CompareExchange(ref this.deadline, Fired, end) == end) this.source.Cancel();
                return;
            }

            // Another call may have begun meanwhile, to end earlier, and have set the timer before this did.
            this.Set(end, wait);
            var (set, now) = (end, Interlocked.Read(ref this.deadline));
            if (now >= set) return;
            end = now;
        }
    }

    private static Timer Quiet(CallTimeout call)
    {
        // A timer holds on to the flow of the call that makes it.
        var flow = ExecutionContext.IsFlowSuppressed() ? (AsyncFlowControl?)null : ExecutionContext.SuppressFlow();
        var timer = new Timer(static call => ((CallTimeout)call!).Look(), call, Timeout.Infinite, Timeout.Infinite);
        flow?.Undo();
        return timer;
    }
}
