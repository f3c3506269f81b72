using System;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>
/// Which tools have a term, and how often in which field: for each tool the distance to the one before (7 bits a byte, the lowest first), a byte of the fields that have it, and, unless bit 7
/// of that byte says that each count is one, the counts, a byte each.
/// </summary>
internal static class Postings
{
    public const int Fields = 5;

    public const byte AllOnce = 0x80;

    /// <summary>Reads a number; false: the bytes end before it does, or it is none that was written here.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out int value)
    {
        value = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            if (at >= bytes.Length) return false;
            var b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80) return true;
        }

        return false;
    }
}

/// <summary>Bytes that grow.</summary>
internal struct ByteList
{
    private byte[]? bytes;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => this.bytes.AsSpan(0, this.Length);

    public void Add(byte value)
    {
        if (this.bytes is null) this.bytes = new byte[8];
        else if (this.Length == this.bytes.Length) Array.Resize(ref this.bytes, this.Length * 2);
        this.bytes[this.Length++] = value;
    }

    /// <summary>A number up to 2^28 − 1.</summary>
    public void AddNumber(int value)
    {
        for (; value >= 0x80; value >>= 7) this.Add((byte)(value | 0x80));
        this.Add((byte)value);
    }
}
