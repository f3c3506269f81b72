using System;
using System.IO;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>A file on the host's side, forwards only.</summary>
internal abstract class RemoteStream(RemoteCall call, int handle) : Stream
{
    protected RemoteCall Call => call;

    protected int Handle => handle;

    protected bool IsClosed { get; private set; }

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>What is to reach the host before it is closed there.</summary>
    protected virtual void Finish()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !this.IsClosed)
        {
            this.IsClosed = true;
            this.Finish();
            call.Ask(EffectKind.CloseFile, frame => frame.Int(handle));
        }

        base.Dispose(disposing);
    }
}
