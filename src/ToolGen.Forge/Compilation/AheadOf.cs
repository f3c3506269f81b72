using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Forge.Compilation;

/// <summary>Work that begins before it is known whether anybody needs it; disposed, it has ended.</summary>
internal sealed class AheadOf<T> : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Task<T> work;

    public AheadOf(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        this.stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        this.work = Task.Run(() => work(this.stop.Token), CancellationToken.None);
    }

    /// <summary>Waits for it; throws what it threw.</summary>
    public T Result => this.work.GetAwaiter().GetResult();

    public void Dispose()
    {
        this.stop.Cancel();
        ((IAsyncResult)this.work).AsyncWaitHandle.WaitOne();
        _ = this.work.Exception;
        this.stop.Dispose();
    }
}
