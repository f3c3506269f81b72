using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Link;

namespace ToolGen.Sandbox.Pool;

/// <summary>
/// Blank workers that wait for a tool, and bound ones that wait for their next call. A bound worker is only ever given to the version and
/// caller that it was bound to.
/// </summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private static readonly TimeSpan Dying = TimeSpan.FromSeconds(5);

    private readonly BlankWorkers blanks;
    private readonly object gate = new();
    private readonly List<PooledWorker> waiting = [];
    private readonly SandboxOptions options;
    private readonly HashSet<PooledWorker> rented = [];
    private readonly Timer sweep;
    private readonly SemaphoreSlim turns, nestedTurns;
    private bool isClosed;

    public WorkerPool(SandboxOptions options)
    {
        this.options = options;
        this.turns = new(options.Running);
        this.nestedTurns = new(options.Nested);
        this.blanks = new(options);
        var period = TimeSpan.FromMilliseconds(Math.Clamp(options.Idle.TotalMilliseconds / 4, 50, 1_000));
        using (ExecutionContext.SuppressFlow()) this.sweep = new(static pool => ((WorkerPool)pool!).Sweep(), this, period, period);
    }

    /// <summary>Process ids of all that live, for those who count them.</summary>
    public IReadOnlyList<int> Ids => [.. this.blanks.Ids, .. this.Bound];

    /// <summary>Those that belong to somebody.</summary>
    public IReadOnlyList<int> Bound
    {
        get { lock (this.gate) return [.. this.waiting.Concat(this.rented).Where(worker => worker.Worker.IsAlive).Select(worker => worker.Worker.Id)]; }
    }

    /// <summary>Starts blank workers, until so many wait.</summary>
    public Task WarmAsync(int workers) => this.blanks.WarmAsync(workers);

    /// <summary>A worker for one call: of its version, caller and tool, or a blank one, to be bound.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="isNested">Whether another call waits for this one. Such calls have turns of their own, and wait for one only so long: those that hold all turns may wait for them.</param>
    /// <param name="patience">How long such a call may take.</param>
    /// <param name="cancellationToken">The caller gives it up.</param>
    /// <exception cref="WorkerFaultException">None could be started, or it got no turn.</exception>
    public async ValueTask<PooledWorker> RentAsync(WorkerKey key, bool isNested, TimeSpan patience, CancellationToken cancellationToken)
    {
        var turn = isNested ? this.nestedTurns : this.turns;
        if (!isNested) await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        else if (!await turn.WaitAsync(patience < this.options.NestedWait ? patience : this.options.NestedWait, cancellationToken).ConfigureAwait(false)) throw new WorkerFaultException(this.TooMany());
        PooledWorker? worker = null;
        try
        {
            worker = this.Known(key) ?? await this.blanks.TakeAsync(cancellationToken).ConfigureAwait(false);
            if (worker.Key is null) worker.Bind(key);
            this.Note(worker);
            return worker;
        }
        catch
        {
            worker?.Worker.Dispose();
            turn.Release();
            throw;
        }
    }

    /// <summary>Takes a worker back, for its next call or its end.</summary>
    public void Return(PooledWorker worker, bool isGood, bool wasNested)
    {
        worker.Since = System.Diagnostics.Stopwatch.GetTimestamp();
        isGood = isGood && !worker.Worker.HasMoreThreads;
        var surplus = worker;
        lock (this.gate)
        {
            this.rented.Remove(worker);
            if (isGood && !this.isClosed && worker.Worker.IsAlive && worker.Worker.Calls < this.options.Calls && worker.Processor < this.options.Processor / 2)
            {
                this.waiting.Add(worker);
                surplus = this.waiting.Count > this.options.Waiting ? this.waiting[0] : null;
                if (surplus is not null) this.waiting.RemoveAt(0);
            }
        }

        surplus?.Worker.Dispose();
        (wasNested ? this.nestedTurns : this.turns).Release();
    }

    public async ValueTask DisposeAsync()
    {
        PooledWorker[] all;
        lock (this.gate)
        {
            this.isClosed = true;
            all = [.. this.waiting, .. this.rented];
            this.waiting.Clear();
        }

        await this.sweep.DisposeAsync().ConfigureAwait(false);
        foreach (var worker in all) worker.Worker.Dispose();
        await this.blanks.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(all.Select(worker => worker.Worker.Exited)), Task.Delay(Dying)).ConfigureAwait(false);
    }

    // The one that worked last: its caches are warm, and the others may go.
    private PooledWorker? Known(WorkerKey key)
    {
        lock (this.gate)
        {
            for (var i = this.waiting.Count - 1; i >= 0; i--)
            {
                var worker = this.waiting[i];
                if (worker.Key != key) continue;
                this.waiting.RemoveAt(i);
                if (worker.Worker.IsAlive && !worker.IsBusyAlone()) return worker;
                worker.Worker.Dispose();
            }

            return null;
        }
    }

    private CallEnd TooMany() =>
        CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Limit, $"more than {this.options.Nested} calls that tools make of others run at a time: let fewer of them run side by side");

    private void Note(PooledWorker worker)
    {
        lock (this.gate)
        {
            ObjectDisposedException.ThrowIf(this.isClosed, typeof(Sandbox));
            this.rented.Add(worker);
        }
    }

    private void Sweep()
    {
        PooledWorker[] idle;
        lock (this.gate)
        {
            idle = [.. this.waiting.Where(worker => worker.Idle > this.options.Idle || !worker.Worker.IsAlive || worker.IsBusyAlone())];
            foreach (var worker in idle) this.waiting.Remove(worker);
        }

        foreach (var worker in idle) worker.Worker.Dispose();
        this.blanks.Sweep();
    }
}
