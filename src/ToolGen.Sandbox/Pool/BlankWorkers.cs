using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Link;

namespace ToolGen.Sandbox.Pool;

/// <summary>Workers that have loaded nothing: started before they are needed, as long as some are taken.</summary>
internal sealed class BlankWorkers : IAsyncDisposable
{
    /// <summary>How long none was taken before those that are missing are started: a start takes as much of a processor as the call that took one.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly SandboxOptions options;
    private readonly TimeSpan quiet;
    private readonly Queue<Task<PooledWorker>> queue = new();
    private readonly Timer refill;
    private long lastUse = Stopwatch.GetTimestamp();
    private bool isClosed;

    /// <param name="options">How many, and how they are started.</param>
    /// <param name="quiet">How long none was taken before it is quiet; null: a quarter of a second.</param>
    public BlankWorkers(SandboxOptions options, TimeSpan? quiet = null)
    {
        (this.options, this.quiet) = (options, quiet ?? Quiet);
        using (ExecutionContext.SuppressFlow()) this.refill = new(static blanks => ((BlankWorkers)blanks!).Refill(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public IReadOnlyList<int> Ids
    {
        get { lock (this.queue) return [.. this.queue.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result.Worker.Id)]; }
    }

    /// <summary>Starts some until so many wait; ends when all that wait are ready.</summary>
    public Task WarmAsync(int workers)
    {
        lock (this.queue)
        {
            this.lastUse = Stopwatch.GetTimestamp();
            this.Fill(workers);
            return Task.WhenAll(this.queue);
        }
    }

    /// <summary>One of them, or a new one; others are started in its place: at once where few are left, else once it is quiet.</summary>
    /// <exception cref="WorkerFaultException">It could not be started.</exception>
    public async Task<PooledWorker> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (starting, wasWaiting) = this.Next();
            PooledWorker worker;
            try
            {
                worker = await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // It is as blank as before: the next one may have it.
                lock (this.queue)
                {
                    if (!this.isClosed) this.queue.Enqueue(starting);
                    else _ = End(starting);
                }

                throw;
            }

            // One that waited may have died of something else than its tool.
            if (worker.Worker.IsAlive) return worker;
            if (!wasWaiting) throw new WorkerFaultException(CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Unavailable, "a worker ended before it had work"));
        }
    }

    /// <summary>Where nothing was taken for long, none wait.</summary>
    public void Sweep()
    {
        Task<PooledWorker>[] idle;
        lock (this.queue)
        {
            if (Stopwatch.GetElapsedTime(this.lastUse) <= this.options.Idle) return;
            idle = [.. this.queue];
            this.queue.Clear();
        }

        foreach (var one in idle) _ = End(one);
    }

    public async ValueTask DisposeAsync()
    {
        Task<PooledWorker>[] all;
        lock (this.queue)
        {
            this.isClosed = true;
            all = [.. this.queue];
            this.queue.Clear();
        }

        await this.refill.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(all.Select(End)).ConfigureAwait(false);
    }

    private (Task<PooledWorker> Starting, bool WasWaiting) Next()
    {
        lock (this.queue)
        {
            ObjectDisposedException.ThrowIf(this.isClosed, typeof(Sandbox));
            this.lastUse = Stopwatch.GetTimestamp();
            var wasWaiting = this.queue.TryDequeue(out var starting);
            starting ??= this.Begin();
            this.Fill(Math.Min(this.options.Blank, Math.Max(1, this.options.Blank / 2)));
            this.refill.Change(this.quiet, Timeout.InfiniteTimeSpan);
            return (starting, wasWaiting);
        }
    }

    private void Refill()
    {
        lock (this.queue) this.Fill(this.options.Blank);
    }

    private void Fill(int workers)
    {
        while (!this.isClosed && this.queue.Count < workers) this.queue.Enqueue(this.Begin());
    }

    private Task<PooledWorker> Begin()
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(this.StartAsync);
    }

    private async Task<PooledWorker> StartAsync()
    {
        SandboxWorker worker;
        try
        {
            worker = new(this.options.Launcher.Start(), this.options.Launcher.Level);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new WorkerFaultException(CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Unavailable, $"no worker could be started: {e.Message}"));
        }

        await worker.ReadyAsync(this.options.Start).ConfigureAwait(false);
        return new(worker);
    }

    private static async Task End(Task<PooledWorker> starting)
    {
        try
        {
            var worker = (await starting.ConfigureAwait(false)).Worker;
            worker.Dispose();
            await worker.Exited.WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WorkerFaultException or TimeoutException)
        {
            // It never began, or the system takes its time to end what was killed.
        }
    }
}
