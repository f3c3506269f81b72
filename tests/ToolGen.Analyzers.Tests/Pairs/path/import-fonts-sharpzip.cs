// Adds the fonts of a zip to a document's folder with SharpZipLib; the name in the zip is the path on disk.
using System;
using System.ComponentModel;
using System.IO;
using ICSharpCode.SharpZipLib.Zip;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class FontPlugin
    {
        [KernelFunction("add_fonts"), Description("Adds the fonts of a zip, given as base64, to the document.")]
        public int AddFonts(Guid document, string zip)
        {
            var folder = Path.Combine("documents", document.ToString(), "fonts");
            Directory.CreateDirectory(folder);
            var count = 0;
            using var input = new ZipInputStream(new MemoryStream(Convert.FromBase64String(zip)));
            while (input.GetNextEntry() is { } entry)
            {
                if (!entry.IsFile || !entry.Name.EndsWith(".ttf", StringComparison.OrdinalIgnoreCase)) continue;
                using var font = File.Create(Path.Combine(folder, entry.Name));
                input.CopyTo(font);
                count++;
            }

            return count;
        }
    }
}

namespace Fixed
{
    public sealed class FontPlugin
    {
        [KernelFunction("add_fonts"), Description("Adds the fonts of a zip, given as base64, to the document.")]
        public int AddFonts(Guid document, string zip)
        {
            var folder = Path.Combine("documents", document.ToString(), "fonts");
            Directory.CreateDirectory(folder);
            var count = 0;
            using var input = new ZipInputStream(new MemoryStream(Convert.FromBase64String(zip)));
            while (input.GetNextEntry() is { } entry && count < 100)
            {
                var name = Path.GetFileName(entry.Name);
                if (!entry.IsFile || name.Contains('\\') || name.Contains(':') || !name.EndsWith(".ttf", StringComparison.OrdinalIgnoreCase)) continue;
                using var font = File.Create(Path.Combine(folder, name));
                input.CopyTo(font);
                count++;
            }

            return count;
        }
    }
}
