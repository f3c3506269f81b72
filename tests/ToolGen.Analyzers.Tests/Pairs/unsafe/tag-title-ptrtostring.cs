// Reads the title of a sound file's tag; the text is taken up to a zero byte that need not be there.
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class TagReader
    {
        public static AIFunction Function => AIFunctionFactory.Create(ReadTitle, new AIFunctionFactoryOptions { Name = "read_title" });

        [Description("Title in the last 128 bytes of a sound file.")]
        private static unsafe string ReadTitle([Description("The 128 bytes in base64")] string tag)
        {
            var bytes = Convert.FromBase64String(tag);
            if (bytes.Length < 3 || bytes[0] != 'T' || bytes[1] != 'A' || bytes[2] != 'G') return "no tag";

            fixed (byte* start = bytes)
            {
                return Marshal.PtrToStringUTF8((nint)(start + 3)) ?? "";
            }
        }
    }
}

namespace Fixed
{
    public static class TagReader
    {
        public static AIFunction Function => AIFunctionFactory.Create(ReadTitle, new AIFunctionFactoryOptions { Name = "read_title" });

        [Description("Title in the last 128 bytes of a sound file.")]
        private static string ReadTitle([Description("The 128 bytes in base64")] string tag)
        {
            ReadOnlySpan<byte> bytes = Convert.FromBase64String(tag);
            if (bytes.Length != 128 || !bytes.StartsWith("TAG"u8)) return "no tag";

            var title = bytes.Slice(3, 30);
            var end = title.IndexOf((byte)0);
            return Encoding.UTF8.GetString(end < 0 ? title : title[..end]);
        }
    }
}
