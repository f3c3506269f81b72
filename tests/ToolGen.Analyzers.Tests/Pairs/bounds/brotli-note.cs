// Opens a packed note and shows its beginning; only the packed size is checked, the unpacked text is built whole before it is cut.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class NoteReader
    {
        public AITool AsTool() => AIFunctionFactory.Create(Preview, new AIFunctionFactoryOptions { Name = "preview_note" });

        [Description("Shows the first 500 characters of a Brotli-packed note (base64).")]
        private string Preview(string note)
        {
            var bytes = Convert.FromBase64String(note);
            if (bytes.Length > 64 * 1024)
            {
                return "note too large";
            }

            using var stream = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var text = reader.ReadToEnd();
            return text.Length <= 500 ? text : text[..500] + "…";
        }
    }
}

namespace Fixed
{
    public sealed class NoteReader
    {
        public AITool AsTool() => AIFunctionFactory.Create(Preview, new AIFunctionFactoryOptions { Name = "preview_note" });

        [Description("Shows the first 500 characters of a Brotli-packed note (base64).")]
        private string Preview(string note)
        {
            var bytes = Convert.FromBase64String(note);
            if (bytes.Length > 64 * 1024)
            {
                return "note too large";
            }

            using var stream = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var start = new char[501];
            var count = reader.ReadBlock(start, 0, start.Length);
            return count <= 500 ? new string(start, 0, count) : new string(start, 0, 500) + "…";
        }
    }
}
