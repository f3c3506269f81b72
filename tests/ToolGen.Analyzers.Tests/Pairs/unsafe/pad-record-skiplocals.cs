// Writes a record of fixed width; the room on the stack is not cleared, so what lay there before goes out with it.
using System;
using System.Runtime.CompilerServices;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public static class RecordTools
    {
        private const int MaxWidth = 512;

        /// <summary>Writes a value as a record of fixed width, in hex.</summary>
        /// <param name="value">The value.</param>
        /// <param name="width">Width of the record in bytes.</param>
        [Tool(ReadOnly = true)]
        [SkipLocalsInit]
        public static string FormatRecord(string value, int width)
        {
            width = Math.Min(Math.Max(width, 1), MaxWidth);
            Span<byte> record = stackalloc byte[MaxWidth];
            Encoding.ASCII.TryGetBytes(value, record[..width], out _);
            return Convert.ToHexString(record[..width]);
        }
    }
}

namespace Fixed
{
    public static class RecordTools
    {
        private const int MaxWidth = 512;

        /// <summary>Writes a value as a record of fixed width, in hex.</summary>
        /// <param name="value">The value.</param>
        /// <param name="width">Width of the record in bytes.</param>
        [Tool(ReadOnly = true)]
        public static string FormatRecord(string value, int width)
        {
            var record = new byte[Math.Clamp(width, 1, MaxWidth)];
            record.AsSpan().Fill((byte)' ');
            if (!Encoding.ASCII.TryGetBytes(value, record, out _)) throw new ToolException(ToolErrorCodes.InvalidInput, "the value is wider than the record");
            return Convert.ToHexString(record);
        }
    }
}
