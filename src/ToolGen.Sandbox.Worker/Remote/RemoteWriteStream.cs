using System;
using System.IO;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Writes an output on the host's side; small writes go together.</summary>
internal sealed class RemoteWriteStream(RemoteCall call, int handle) : RemoteStream(call, handle)
{
    private readonly byte[] held = new byte[FrameLimits.Chunk];
    private int count;

    public override bool CanRead => false;

    public override bool CanWrite => !this.IsClosed;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(this.IsClosed, this);
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, this.held.Length - this.count);
            buffer[..taken].CopyTo(this.held.AsSpan(this.count));
            this.count += taken;
            buffer = buffer[taken..];
            if (this.count == this.held.Length) this.Finish();
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        this.Write(buffer.AsSpan(offset, count));
    }

    public override void Flush() => this.Finish();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Finish()
    {
        if (this.count == 0) return;
        var length = this.count;
        this.count = 0;
        this.Call.Ask(EffectKind.WriteOutput, frame => frame.Int(this.Handle).Bytes(this.held.AsSpan(0, length)));
    }
}
