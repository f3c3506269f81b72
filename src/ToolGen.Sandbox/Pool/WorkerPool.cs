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
    private readonly SemaphoreSlim turns;
    private bool isClosed;

    public WorkerPool(SandboxOptions options)
    {
        this.options = options;
        this.turns = new(options.Running);
        this.blanks = new(options);
        var period = TimeSpan.FromMilliseconds(Math.Clamp(options.Idle.TotalMilliseconds / 4, 50, 15_000));
        using (ExecutionContext.SuppressFlow()) this.sweep = new(static pool => ((WorkerPool)pool!).Sweep(), this, period, period);
    }

    /// <summary>Process ids of all that live, for those who count them.</summary>
    public IReadOnlyList<int> Ids => [.. this.blanks.Ids, .. this.Bound];

    /// <summary>Those that belong to somebody.</summary>
    public IReadOnlyList<int> Bound
    {
        get { lock (this.gate) return [.. this.waiting.Concat(this.rented).Where(worker => worker.Worker.IsAlive).Select(worker => worker.Worker.Id)]; }
    }

    /// <summary>Starts blank workers, as many as wait.</summary>
    public Task WarmAsync() => this.blanks.WarmAsync();

    /// <summary>A worker for one call: of its version and caller, or a blank one, to be bound.</summary>
    /// <exception cref="WorkerFaultException">None could be started.</exception>
    public async ValueTask<PooledWorker> RentAsync(WorkerKey key, bool takesTurn, CancellationToken cancellationToken)
    {
        if (takesTurn) await this.turns.WaitAsync(cancellationToken).ConfigureAwait(false);
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
            if (takesTurn) this.turns.Release();
            throw;
        }
    }

    /// <summary>Takes a worker back, for its next call or its end.</summary>
    public void Return(PooledWorker worker, bool isGood, bool tookTurn)
    {
        worker.Since = System.Diagnostics.Stopwatch.GetTimestamp();
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
        if (tookTurn) this.turns.Release();
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
                if (worker.Worker.IsAlive) return worker;
            }

            return null;
        }
    }

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
            idle = [.. this.waiting.Where(worker => worker.Idle > this.options.Idle || !worker.Worker.IsAlive)];
            foreach (var worker in idle) this.waiting.Remove(worker);
        }

        foreach (var worker in idle) worker.Worker.Dispose();
        this.blanks.Sweep();
    }
}
