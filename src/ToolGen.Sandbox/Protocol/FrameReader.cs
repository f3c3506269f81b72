using System;
using System.Buffers.Binary;
using System.Text;

namespace ToolGen.Sandbox.Protocol;

/// <summary>Reads the fields of one frame; nothing in it is believed.</summary>
/// <param name="fields">What stands behind the kind.</param>
internal ref struct FrameReader(ReadOnlySpan<byte> fields)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private ReadOnlySpan<byte> rest = fields;

    /// <summary>Bytes that were not read yet.</summary>
    public readonly int Left => this.rest.Length;

    public byte Byte() => this.Take(1)[0];

    public bool Bool() => this.Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw new ProtocolException("a truth value that is neither"),
    };

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(this.Take(4));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(this.Take(8));

    public double Double() => BitConverter.Int64BitsToDouble(this.Long());

    public ReadOnlySpan<byte> Bytes() => this.Take(this.Int());

    public string Text()
    {
        try
        {
            return Strict.GetString(this.Bytes());
        }
        catch (DecoderFallbackException)
        {
            throw new ProtocolException("a text that is no UTF-8");
        }
    }

    public string? OptionalText() => this.Bool() ? this.Text() : null;

    /// <summary>How many items follow, each of at least one byte.</summary>
    public int Count()
    {
        var count = this.Int();
        return count >= 0 && count <= this.rest.Length ? count : throw new ProtocolException("a list that is longer than its frame");
    }

    /// <summary>Nothing may follow.</summary>
    public readonly void End()
    {
        if (!this.rest.IsEmpty) throw new ProtocolException("bytes behind the end of a frame");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > this.rest.Length) throw new ProtocolException("a field that goes beyond its frame");
        var taken = this.rest[..count];
        this.rest = this.rest[count..];
        return taken;
    }
}
