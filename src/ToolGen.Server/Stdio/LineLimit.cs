using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Server.Stdio;

/// <summary>
/// Lines up to a length: the library behind it holds a whole line before anyone can count. Of a longer one the rest is left out, so that it is a message that
/// cannot be read, and the next line is read as ever.
/// </summary>
internal sealed class LineLimit(Stream from, int most) : Stream
{
    private int length;
    private bool isCut;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            var read = from.Read(buffer, offset, count);
            if (read <= 0) return read;
            if (this.Keep(buffer.AsSpan(offset, read)) is > 0 and var kept) return kept;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var read = await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read <= 0) return read;
            if (this.Keep(buffer.Span[..read]) is > 0 and var kept) return kept;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => this.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) from.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Moves what is kept to the front.</summary>
    private int Keep(Span<byte> bytes)
    {
        var kept = 0;
        foreach (var one in bytes)
        {
            if (one == (byte)'\n') (this.length, this.isCut) = (0, false);
            else if (this.isCut || ++this.length > most) this.isCut = true;
            if (!this.isCut) bytes[kept++] = one;
        }

        return kept;
    }
}
