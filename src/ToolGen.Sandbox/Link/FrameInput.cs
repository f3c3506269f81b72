using System;
using System.Buffers.Binary;
using System.IO;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Link;

/// <summary>The frames of one worker. Holds no more than what came, and never more than a frame of its kind may have.</summary>
/// <param name="stream">What the worker writes.</param>
/// <param name="maximum">Bytes of the fields of a kind.</param>
internal sealed class FrameInput(Stream stream, Func<FrameKind, int> maximum)
{
    private const int Kept = 64 << 10;

    private byte[] buffer = new byte[4 << 10];
    private int start, end;

    /// <summary>The next one; its fields are good until the next is asked for. Null at the end.</summary>
    /// <exception cref="ProtocolException">It is cut off, too long, or of no kind.</exception>
    public async ValueTask<(FrameKind Kind, ReadOnlyMemory<byte> Fields)?> NextAsync()
    {
        if (this.start == this.end)
        {
            this.start = this.end = 0;
            if (this.buffer.Length > Kept) this.buffer = new byte[Kept];
        }

        if (!await this.FillAsync(FrameWriter.Header).ConfigureAwait(false)) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(this.buffer.AsSpan(this.start));
        var kind = (FrameKind)this.buffer[this.start + 4];
        if (length < 1) throw new ProtocolException("a frame of an impossible length");
        if (length - 1 > maximum(kind)) throw new ProtocolException($"{length - 1} bytes of {kind}, where {maximum(kind)} are the most") { IsTooMuch = kind == FrameKind.Result };
        await this.FillAsync(4 + length).ConfigureAwait(false);
        var fields = this.buffer.AsMemory(this.start + FrameWriter.Header, length - 1);
        this.start += 4 + length;
        return (kind, fields);
    }

    private async ValueTask<bool> FillAsync(int count)
    {
        while (this.end - this.start < count)
        {
            if (this.end == this.buffer.Length) this.MakeRoom(count);
            var got = await stream.ReadAsync(this.buffer.AsMemory(this.end)).ConfigureAwait(false);
            if (got == 0) return this.end == this.start ? false : throw new ProtocolException("a frame that is cut off");
            this.end += got;
        }

        return true;
    }

    private void MakeRoom(int count)
    {
        var held = this.buffer.AsSpan(this.start, this.end - this.start);
        var target = held.Length * 2 > this.buffer.Length ? new byte[Math.Min(Math.Max(count, this.buffer.Length), this.buffer.Length * 2)] : this.buffer;
        held.CopyTo(target);
        this.buffer = target;
        this.end -= this.start;
        this.start = 0;
    }
}
