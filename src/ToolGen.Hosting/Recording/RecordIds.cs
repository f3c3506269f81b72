using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ToolGen.Hosting.Recording;

/// <summary>Ids of records: UUID version 7 (RFC 9562). Their random part is drawn from the system for many at once: drawn one by one, it costs as much as many a call.</summary>
internal static class RecordIds
{
    private const int RandomBytes = 10;

    [ThreadStatic]
    private static byte[]? drawn;

    [ThreadStatic]
    private static int used;

    public static Guid New(DateTimeOffset at)
    {
        drawn ??= new byte[RandomBytes * 400];
        if (used == 0) RandomNumberGenerator.Fill(drawn);
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, at.ToUnixTimeMilliseconds() << 16);
        drawn.AsSpan(used, RandomBytes).CopyTo(id[6..]);
        used = (used + RandomBytes) % drawn.Length;
        id[6] = (byte)(0x70 | (id[6] & 0x0F));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new(id, bigEndian: true);
    }
}
