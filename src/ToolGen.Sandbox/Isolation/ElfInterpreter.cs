using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace ToolGen.Sandbox.Isolation;

/// <summary>The path of the loader that a 64-bit ELF program names (PT_INTERP).</summary>
internal static class ElfInterpreter
{
    private const int HeaderLength = 64, EntryLength = 56, LongestPath = 4096;
    private const uint Magic = 0x464C457F, Interpreter = 3;

    /// <summary>Null where the file is none, or has no loader.</summary>
    public static string? Of(string program)
    {
        using var file = File.OpenRead(program);
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic || header[4] != 2) return null;
        var table = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(32));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
        var entry = new byte[EntryLength];
        for (var index = 0; index < count; index++)
        {
            file.Position = table + (index * EntryLength);
            file.ReadExactly(entry);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != Interpreter) continue;
            var length = BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(32));
            if (length is < 2 or > LongestPath) return null;
            var path = new byte[length];
            file.Position = BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(8));
            file.ReadExactly(path);
            return Encoding.UTF8.GetString(path.AsSpan().TrimEnd((byte)0));
        }

        return null;
    }
}
