using System;
using System.Buffers.Binary;
using System.IO;

namespace ToolGen.Forge.Trial;

/// <summary>Messages between a parent and its child process: four bytes of length, little-endian, then that many bytes.</summary>
internal static class WorkerFrames
{
    /// <summary>The longest message either side takes, in bytes.</summary>
    public const int Maximum = 128 << 20;

    public static void Write(Stream to, ReadOnlySpan<byte> message)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        to.Write(length);
        to.Write(message);
        to.Flush();
    }

    /// <summary>The next message, or null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="maximum"/>, or cut off.</exception>
    public static byte[]? Read(Stream from, int maximum = Maximum)
    {
        Span<byte> header = stackalloc byte[4];
        var got = from.ReadAtLeast(header, 4, throwOnEndOfStream: false);
        if (got == 0) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (got < 4 || length < 0 || length > maximum) throw new InvalidDataException("a message of an impossible length");
        var message = new byte[length];
        if (from.ReadAtLeast(message, length, throwOnEndOfStream: false) < length) throw new InvalidDataException("a message that was cut off");
        return message;
    }
}
