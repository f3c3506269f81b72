using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Reads a file of the host; small reads come out of one larger one.</summary>
internal sealed class RemoteReadStream(RemoteCall call, int handle) : RemoteStream(call, handle)
{
    private const int Ahead = 16 << 10;

    private byte[] held = [];
    private int start;

    public override bool CanRead => true;

    public override bool CanWrite => false;

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(this.IsClosed, this);
        if (buffer.IsEmpty) return 0;
        if (this.start < this.held.Length) return this.Held(buffer);
        var count = Math.Clamp(buffer.Length, Ahead, FrameLimits.Chunk);
        var bytes = this.Call.Ask(EffectKind.ReadFile, frame => frame.Int(this.Handle).Int(count)).Reader.Bytes();
        if (bytes.Length <= buffer.Length)
        {
            bytes.CopyTo(buffer);
            return bytes.Length;
        }

        this.held = bytes.ToArray();
        this.start = 0;
        return this.Held(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return this.Read(buffer.AsSpan(offset, count));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(this.Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        this.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Held(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, this.held.Length - this.start);
        this.held.AsSpan(this.start, count).CopyTo(buffer);
        this.start += count;
        return count;
    }
}
