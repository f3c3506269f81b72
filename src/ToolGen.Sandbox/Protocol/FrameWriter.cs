using System;
using System.Buffers.Binary;
using System.Text;

namespace ToolGen.Sandbox.Protocol;

/// <summary>Makes one frame.</summary>
internal sealed class FrameWriter
{
    /// <summary>Length and kind.</summary>
    public const int Header = 5;

    private byte[] buffer;
    private int length = Header;

    public FrameWriter(FrameKind kind, int capacity = 128)
    {
        this.buffer = new byte[Header + capacity];
        this.buffer[4] = (byte)kind;
    }

    /// <summary>Bytes behind the header.</summary>
    public int Length => this.length - Header;

    public FrameWriter Byte(byte value)
    {
        this.Take(1)[0] = value;
        return this;
    }

    public FrameWriter Bool(bool value) => this.Byte(value ? (byte)1 : (byte)0);

    public FrameWriter Int(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(this.Take(4), value);
        return this;
    }

    public FrameWriter Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(this.Take(8), value);
        return this;
    }

    public FrameWriter Double(double value) => this.Long(BitConverter.DoubleToInt64Bits(value));

    public FrameWriter Bytes(ReadOnlySpan<byte> value)
    {
        this.Int(value.Length);
        value.CopyTo(this.Take(value.Length));
        return this;
    }

    /// <summary>UTF-8; what is no text becomes U+FFFD.</summary>
    public FrameWriter Text(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        this.Int(count);
        Encoding.UTF8.GetBytes(value, this.Take(count));
        return this;
    }

    public FrameWriter OptionalText(string? value) => value is null ? this.Bool(false) : this.Bool(true).Text(value);

    /// <summary>Room for bytes that are filled in place, of which fewer may be kept.</summary>
    public Span<byte> Room(int count)
    {
        this.Int(count);
        return this.Take(count);
    }

    /// <summary>Keeps the first bytes of what <see cref="Room"/> gave.</summary>
    public void Keep(int room, int count)
    {
        this.length -= room - count;
        BinaryPrimitives.WriteInt32LittleEndian(this.buffer.AsSpan(this.length - count - 4), count);
    }

    /// <summary>Forgets what was written behind a place.</summary>
    public FrameWriter CutTo(int place)
    {
        this.length = Header + place;
        return this;
    }

    /// <summary>The frame; the writer is used up.</summary>
    public ReadOnlyMemory<byte> End()
    {
        BinaryPrimitives.WriteInt32LittleEndian(this.buffer, this.length - 4);
        return this.buffer.AsMemory(0, this.length);
    }

    private Span<byte> Take(int count)
    {
        var wanted = checked(this.length + count);
        if (wanted > this.buffer.Length) Array.Resize(ref this.buffer, Math.Max(wanted, (int)Math.Min(this.buffer.Length * 2L, Array.MaxLength)));
        var span = this.buffer.AsSpan(this.length, count);
        this.length = wanted;
        return span;
    }
}
