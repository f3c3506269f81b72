using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Link;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>Makes an effect and writes its value.</summary>
internal delegate ValueTask Effect(FrameWriter answer, CancellationToken cancellationToken);

/// <summary>
/// Serves one call from the context that the host gave it: the context checks, caps and records as it does in process, and what a tool
/// is not to have, such as a secret, stays here. Closes what the call left open.
/// </summary>
/// <param name="context">The call's.</param>
/// <param name="outbox">Takes the answers.</param>
internal sealed class EffectBroker(ToolContext context, Outbox outbox)
{
    /// <summary>Effects at a time; a worker that wants more is not read until some ended.</summary>
    private const int MaximumUnderWay = 1_024;

    /// <summary>Bytes of the requests of those, as they stand in memory; as before.</summary>
    private const long MaximumBytes = 64 << 20;

    /// <summary>Effects at a time whose answers can be megabytes; more wait, and so do all of them while answers wait to be read.</summary>
    private const int MaximumLarge = 32;

    /// <summary>What effects that were told to stop may take.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(1);

    // What is told of effects, and who the caller of other tools is, belongs to the call.
    private readonly ExecutionContext? flow = ExecutionContext.Capture();
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<int, EffectUnderWay> underWay = new();
    private readonly BasicEffects basics = new(context);
    private readonly FileEffects files = new(context);
    private readonly DataEffects data = new(context);
    private readonly SemaphoreSlim large = new(MaximumLarge);
    private TaskCompletionSource? room;
    private volatile bool isEnded;
    private long bytes;
    private int begun, abandoned, open;

    public ExecutionContext? Flow => this.flow;

    /// <summary>Begins an effect that a worker asks for.</summary>
    /// <exception cref="ProtocolException">It is none.</exception>
    public void Begin(ref FrameReader reader)
    {
        var size = reader.Left;
        var id = reader.Int();
        var kind = (EffectKind)reader.Byte();
        var effect = this.Read(kind, ref reader);
        reader.End();
        size = Math.Max(size, (int)reader.Decoded);
        var begun = new EffectUnderWay(this, id, size, kind is EffectKind.Http or >= EffectKind.FindFiles ? this.InTurn(effect) : effect, this.ended.Token);
        if (!this.underWay.TryAdd(id, begun)) throw new ProtocolException("two effects of one number");
        Interlocked.Add(ref this.bytes, size);
        Interlocked.Increment(ref this.open);
        this.begun++;

        // What costs nothing is served at once, and so in order.
        if (kind <= EffectKind.Setting) begun.Execute();
        else ThreadPool.UnsafeQueueUserWorkItem(begun, preferLocal: false);
    }

    /// <summary>Nobody waits for an effect any more; one that ended meanwhile is none.</summary>
    /// <exception cref="ProtocolException">There were not so many.</exception>
    public void Abandon(int id)
    {
        if (++this.abandoned > this.begun) throw new ProtocolException("it gives up more effects than it asked for");
        if (this.underWay.TryGetValue(id, out var begun)) begun.Stop();
    }

    public void Log(ref FrameReader reader)
    {
        var line = reader.Text();
        reader.End();
        context.Log(line);
    }

    /// <summary>Ends when another effect may begin.</summary>
    public async ValueTask RoomAsync()
    {
        while (this.IsFull)
        {
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Exchange(ref this.room, waiting);
            if (this.IsFull) await waiting.Task.ConfigureAwait(false);
        }

        await outbox.RoomAsync().ConfigureAwait(false);
    }

    /// <summary>What is under way is to stop.</summary>
    public void Stop() => _ = this.ended.CancelAsync();

    /// <summary>The call ended: nothing more is served, and what it left open is closed.</summary>
    public async ValueTask EndAsync()
    {
        this.isEnded = true;
        this.room?.TrySetResult();
        if (!this.underWay.IsEmpty)
        {
            this.Stop();
            await this.StoppedAsync().ConfigureAwait(false);
        }

        try
        {
            await this.files.EndAsync(Stopping).ConfigureAwait(false);
            await this.data.DisposeAsync().AsTask().WaitAsync(Stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The call has its result; what its leftovers say on their way out is for those who run it.
            context.Log($"what the tool left open could not be closed: {e.Message}");
        }
    }

    internal void Answer(int id, int size, FrameWriter answer)
    {
        this.underWay.TryRemove(id, out _);
        Interlocked.Add(ref this.bytes, -size);
        Interlocked.Decrement(ref this.open);
        if (!this.isEnded) outbox.Send(answer.End());
        this.room?.TrySetResult();
    }

    private Effect InTurn(Effect effect) => async (answer, cancellationToken) =>
    {
        await this.large.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await outbox.RoomAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            await effect(answer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            this.large.Release();
        }
    };

    private bool IsFull => !this.isEnded && (Volatile.Read(ref this.open) >= MaximumUnderWay || Interlocked.Read(ref this.bytes) > MaximumBytes);

    private async Task StoppedAsync()
    {
        try
        {
            foreach (var begun in this.underWay.Values) await begun.Done.WaitAsync(Stopping).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It holds on to the host's own resources, which end it in their time; its call does not wait for that.
        }
    }

    private Effect Read(EffectKind kind, ref FrameReader reader) => kind switch
    {
        EffectKind.Http => HttpEffects.Read(context, ref reader),
        EffectKind.Secret => OtherEffects.ReadSecret(context, ref reader),
        EffectKind.Tool => OtherEffects.ReadTool(context, ref reader),
        >= EffectKind.FindFiles and <= EffectKind.CloseOutputs => this.files.Read(kind, ref reader),
        >= EffectKind.OpenData and <= EffectKind.CloseData => this.data.Read(kind, ref reader),
        _ => this.basics.Read(kind, ref reader),
    };
}
