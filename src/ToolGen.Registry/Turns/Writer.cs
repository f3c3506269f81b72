using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Turns;

/// <summary>
/// The one thread of this process that writes. What waits while a transaction is on its way becomes the next one, so that a thousand callers cost few commits; each is answered when its own is safe.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MaximumQueued = 10_000;

    private const int LargestBatch = 1_000;

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(MaximumQueued) { SingleReader = true });
    private readonly IStoreWriter store;
    private readonly RegistryOptions options;
    private readonly CheckpointFile checkpoints;
    private readonly LogText text = new();
    private readonly Task writing;
    private long known;
    private long sealedSize;

    public Writer(IStoreWriter store, RegistryOptions options, CheckpointFile checkpoints)
    {
        (this.store, this.options, this.checkpoints) = (store, options, checkpoints);
        this.sealedSize = checkpoints.Seal(store, Math.Max(0, options.SealEvery - 1), isDurable: false);
        this.writing = Task.Factory.StartNew(this.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Writes; answers when it is safe.</summary>
    public async Task<T> WriteAsync<T>(Func<WriteTurn, T> work, Safety safety, CancellationToken cancellationToken)
    {
        var one = new Work<T>(work, safety, cancellationToken);
        try
        {
            await this.queue.Writer.WriteAsync(one, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new RegistryException(RegistryFault.Unavailable, "the registry is closed");
        }

        return await one.Answer.ConfigureAwait(false);
    }

    /// <summary>Writes what is queued, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        this.queue.Writer.TryComplete();
        await this.writing.ConfigureAwait(false);
        this.store.Dispose();
    }

    private void Run()
    {
        var batch = new List<Work>();
        while (this.queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && this.queue.Reader.TryRead(out var work)) batch.Add(work);
            var why = this.Write(batch);
            foreach (var work in batch)
            {
                if (work.IsOver) continue;
                if (why is null) work.Done();
                else work.Fail(why);
            }
        }
    }

    /// <summary>One transaction; null: it is safe, else why it is not.</summary>
    private Exception? Write(List<Work> batch)
    {
        var (isOpen, isWritten) = (false, false);
        try
        {
            var safety = Safety.Process;
            foreach (var work in batch) safety = work.Safety > safety ? work.Safety : safety;
            var rows = this.store.Begin(safety >= Safety.Disk);
            isOpen = true;
            var turn = new WriteTurn(rows, this.text, this.options.Time);
            if (turn.Size < this.known) throw new RegistryException(RegistryFault.Damaged, $"the log of this registry had {this.known} records a moment ago and has {turn.Size} now: somebody put an older file in its place");
            foreach (var work in batch)
            {
                if (work.IsOver || Do(work, turn)) continue;

                // It wrote before it was refused: the others do theirs again, without it.
                this.store.Undo();
                return this.Write(batch);
            }

            turn.Finish();
            this.store.Commit();
            (isOpen, isWritten) = (false, true);
            this.known = turn.Size;
            if (safety == Safety.Sealed) this.sealedSize = this.checkpoints.Seal(this.store, 0, isDurable: true);
            else if (turn.Size - this.sealedSize >= this.options.SealEvery) this.sealedSize = this.checkpoints.Seal(this.store, this.options.SealEvery - 1, isDurable: false);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (isOpen) this.store.Undo();
            if (this.store.Said(e) is { } said) return said;
            return e switch
            {
                IOException or UnauthorizedAccessException when isWritten => new RegistryException(RegistryFault.Unavailable, $"it is written, but its checkpoint is not: {e.Message}"),
                _ => e,
            };
        }
    }

    /// <summary>Does one of them; false where it was refused after it had written, so that the transaction can't go on.</summary>
    private static bool Do(Work work, WriteTurn turn)
    {
        if (work.IsCanceled)
        {
            work.Cancel();
            return true;
        }

        var size = turn.Size;
        try
        {
            work.Do(turn);
            return true;
        }
        catch (RegistryException e)
        {
            work.Fail(e);
            return turn.Size == size;
        }
    }
}
