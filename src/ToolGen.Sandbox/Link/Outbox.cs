using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Link;

/// <summary>What is on its way to one worker, in order. Whoever sends never waits for a worker that does not read.</summary>
internal sealed class Outbox(Stream stream)
{
    /// <summary>Bytes that may wait; more is not made before they went.</summary>
    private const long Room = 32 << 20;

    private readonly Queue<ReadOnlyMemory<byte>> frames = [];
    private long bytes;
    private bool isWriting, isClosed;
    private TaskCompletionSource? room;

    public void Send(ReadOnlyMemory<byte> frame)
    {
        lock (this.frames)
        {
            if (this.isClosed) return;
            this.frames.Enqueue(frame);
            this.bytes += frame.Length;
            if (this.isWriting) return;
            this.isWriting = true;
        }

        _ = this.WriteAsync();
    }

    /// <summary>Ends when there is room for more, or no more is sent.</summary>
    public Task RoomAsync()
    {
        lock (this.frames)
        {
            if (this.isClosed || this.bytes <= Room) return Task.CompletedTask;
            return (this.room ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Nothing more is sent.</summary>
    public void Close()
    {
        lock (this.frames)
        {
            this.isClosed = true;
            this.frames.Clear();
            this.room?.TrySetResult();
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            while (this.Next() is { } frame)
            {
                await stream.WriteAsync(frame).ConfigureAwait(false);
                this.Wrote(frame.Length);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The worker is gone; the one who reads from it says so.
            this.Close();
        }
    }

    private ReadOnlyMemory<byte>? Next()
    {
        lock (this.frames)
        {
            if (this.frames.TryDequeue(out var frame)) return frame;
            this.isWriting = false;
            return null;
        }
    }

    private void Wrote(int count)
    {
        lock (this.frames)
        {
            this.bytes -= count;
            if (this.bytes > Room || this.room is not { } waiting) return;
            this.room = null;
            waiting.TrySetResult();
        }
    }
}
