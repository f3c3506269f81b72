using System;
using System.IO;

namespace ToolGen.Effects.Files;

/// <summary>What a tool writes to one output. Closing it is not needed and ends only this way of writing.</summary>
internal sealed class OutputStream(OutputFile output, Action<OutputFile> touch, ByteBudget budget) : Stream
{
    private bool isClosed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !this.isClosed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(this.isClosed, this);
        budget.Take(buffer.Length);
        touch(output);
        try
        {
            output.Write(buffer);
        }
        catch (FileFault fault)
        {
            throw fault.At(output.Target.Text);
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        this.Write(buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        this.isClosed = true;
        base.Dispose(disposing);
    }
}
