using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting.Limits;

/// <summary>Lets at most so many calls run at once; the next wait their turn, up to a number and a time.</summary>
internal sealed class CallGate(ToolHostOptions options) : IDisposable
{
    private readonly SemaphoreSlim free = new(options.MaximumCalls, options.MaximumCalls);
    private int waiting;

    /// <summary>Whether the call may begin; whoever was let in calls <see cref="Leave"/> once.</summary>
    public ValueTask<bool> EnterAsync(CancellationToken cancellationToken) =>
        this.free.Wait(0, CancellationToken.None) ? new(true) : this.WaitAsync(cancellationToken);

    public void Leave() => this.free.Release();

    public void Dispose() => this.free.Dispose();

    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref this.waiting) > options.MaximumWaiting) return false;
            return await this.free.WaitAsync(options.MaximumWait, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref this.waiting);
        }
    }
}
