using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Server.Callers;

/// <summary>So many at a time, so many that wait; more are told at once that the server is busy.</summary>
internal sealed class Gate(int running, int waiting)
{
    private readonly SemaphoreSlim turns = new(running, running);
    private int inside;

    /// <returns>Whether it has its turn; then <see cref="Leave"/> ends it.</returns>
    public async ValueTask<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref this.inside) > running + waiting)
        {
            Interlocked.Decrement(ref this.inside);
            return false;
        }

        try
        {
            await this.turns.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch
        {
            Interlocked.Decrement(ref this.inside);
            throw;
        }
    }

    public void Leave()
    {
        this.turns.Release();
        Interlocked.Decrement(ref this.inside);
    }
}
