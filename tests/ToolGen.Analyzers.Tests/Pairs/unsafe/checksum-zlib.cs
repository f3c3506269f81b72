// Works out a checksum with zlib; the length is an argument of the tool and is handed to the library as it is.
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    internal static class ZLib
    {
        [DllImport("z", EntryPoint = "crc32", CallingConvention = CallingConvention.Cdecl)]
        public static extern nuint Crc32(nuint crc, byte[] data, uint length);
    }

    [McpServerToolType]
    public static class ChecksumTools
    {
        [McpServerTool(Name = "checksum", ReadOnly = true), Description("Checksum of the first bytes of a text.")]
        public static string Checksum(string text, [Description("How many bytes")] uint? length = null)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var sum = ZLib.Crc32(0, bytes, length ?? (uint)bytes.Length);
            return ((uint)sum).ToString("x8");
        }
    }
}

namespace Fixed
{
    internal static class Crc
    {
        private static readonly uint[] Table = BuildTable();

        public static uint Of(ReadOnlySpan<byte> data)
        {
            var crc = uint.MaxValue;
            foreach (var b in data) crc = Table[(byte)crc ^ b] ^ (crc >> 8);
            return ~crc;
        }

        private static uint[] BuildTable()
        {
            var table = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var value = i;
                for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
                table[i] = value;
            }

            return table;
        }
    }

    [McpServerToolType]
    public static class ChecksumTools
    {
        [McpServerTool(Name = "checksum", ReadOnly = true), Description("Checksum of the first bytes of a text.")]
        public static string Checksum(string text, [Description("How many bytes")] uint? length = null)
        {
            ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(text);
            if (length is { } limit && limit < bytes.Length) bytes = bytes[..(int)limit];
            return Crc.Of(bytes).ToString("x8");
        }
    }
}
