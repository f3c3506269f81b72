using System;
using System.Buffers.Binary;
using System.IO;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker;

/// <summary>The host's frames.</summary>
internal static class FrameSource
{
    /// <summary>The next one's kind, and its fields; null when the host is gone.</summary>
    public static (FrameKind Kind, byte[] Fields)? Next(Stream input)
    {
        Span<byte> header = stackalloc byte[FrameWriter.Header];
        if (input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return null;
        var fields = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - 1];
        return input.ReadAtLeast(fields, fields.Length, throwOnEndOfStream: false) < fields.Length ? null : ((FrameKind)header[4], fields);
    }
}
