using System;
using System.Buffers.Binary;
using System.Text;

namespace ToolGen.Sandbox.Protocol;

/// <summary>Reads the fields of one frame; nothing in it is believed.</summary>
/// <param name="fields">What stands behind the kind.</param>
/// <param name="most">Bytes of memory that may be made of them.</param>
internal ref struct FrameReader(ReadOnlySpan<byte> fields, long most = long.MaxValue)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private ReadOnlySpan<byte> rest = fields;

    /// <summary>What an object takes beside what is in it.</summary>
    public const int Object = 32;

    /// <summary>Bytes of memory that were made of the fields so far, roughly: an empty text of four bytes takes eight times as much.</summary>
    public long Decoded { get; private set; }

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

    public ReadOnlySpan<byte> Bytes()
    {
        var bytes = this.Take(this.Int());
        this.Spend(bytes.Length + Object);
        return bytes;
    }

    public string Text()
    {
        var bytes = this.Take(this.Int());
        this.Spend((2L * bytes.Length) + Object);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ProtocolException("a text that is no UTF-8");
        }
    }

    public string? OptionalText() => this.Bool() ? this.Text() : null;

    /// <summary>How many items follow.</summary>
    /// <param name="least">Bytes of the smallest, at least one.</param>
    /// <param name="each">Bytes of memory that each takes, beside the fields in it.</param>
    public int Count(int least, int each)
    {
        var count = this.Int();
        if (count < 0 || (long)count * least > this.rest.Length) throw new ProtocolException("a list that is longer than its frame");
        this.Spend((long)count * each);
        return count;
    }

    /// <summary>Counts memory before it is made.</summary>
    /// <exception cref="ProtocolException">It is more than may be made of one frame.</exception>
    public void Spend(long bytes)
    {
        this.Decoded += bytes;
        if (this.Decoded > most) throw new ProtocolException("a frame of which far more is made than it has bytes");
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
