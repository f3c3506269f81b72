// Writes bytes as grouped hex; the buffer is readonly and static, so its characters are shared by all calls.
using System;
using ToolGen;

namespace Vulnerable
{
    public static class HexTools
    {
        private static readonly char[] Buffer = new char[4096];

        /// <summary>Writes bytes as hex, four to a group.</summary>
        /// <param name="data">Up to 1,000 bytes.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string FormatHex(byte[] data)
        {
            if (data.Length > 1_000) throw new ToolException(ToolErrorCodes.InvalidInput, "at most 1,000 bytes");
            var at = 0;
            for (var i = 0; i < data.Length; i++)
            {
                if (i > 0 && i % 4 == 0) Buffer[at++] = ' ';
                Buffer[at++] = "0123456789abcdef"[data[i] >> 4];
                Buffer[at++] = "0123456789abcdef"[data[i] & 15];
            }

            return new string(Buffer, 0, at);
        }
    }
}

namespace Fixed
{
    public static class HexTools
    {
        private static ReadOnlySpan<char> Digits => "0123456789abcdef";

        /// <summary>Writes bytes as hex, four to a group.</summary>
        /// <param name="data">Up to 1,000 bytes.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string FormatHex(byte[] data)
        {
            if (data.Length > 1_000) throw new ToolException(ToolErrorCodes.InvalidInput, "at most 1,000 bytes");
            Span<char> buffer = stackalloc char[data.Length * 3];
            var at = 0;
            for (var i = 0; i < data.Length; i++)
            {
                if (i > 0 && i % 4 == 0) buffer[at++] = ' ';
                buffer[at++] = Digits[data[i] >> 4];
                buffer[at++] = Digits[data[i] & 15];
            }

            return buffer[..at].ToString();
        }
    }
}
