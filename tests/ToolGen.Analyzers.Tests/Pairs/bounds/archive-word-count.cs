// Counts words in the text files of an uploaded archive; the cap trusts the sizes that the archive itself declares for its packed bytes.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ArchiveTools
    {
        private const long MaxTotal = 10 * 1024 * 1024;

        [McpServerTool(Name = "count_archive_words"), Description("Counts the words of each .txt file in a zip archive (base64).")]
        public Dictionary<string, int> CountWords(string archiveBase64)
        {
            using var archive = new ZipArchive(new MemoryStream(Convert.FromBase64String(archiveBase64)), ZipArchiveMode.Read);
            if (archive.Entries.Sum(e => e.CompressedLength) > MaxTotal)
            {
                throw new InvalidDataException("the archive is too large");
            }

            var counts = new Dictionary<string, int>();
            foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)))
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                counts[entry.FullName] = reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            }

            return counts;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ArchiveTools
    {
        private const int MaxEntries = 200;
        private const int MaxTotal = 10 * 1024 * 1024;

        [McpServerTool(Name = "count_archive_words"), Description("Counts the words of each .txt file in a zip archive (base64), 10 MiB unpacked.")]
        public Dictionary<string, int> CountWords(string archiveBase64)
        {
            if (archiveBase64.Length > 4 * 1024 * 1024) throw new ArgumentException("the archive is too large");
            using var archive = new ZipArchive(new MemoryStream(Convert.FromBase64String(archiveBase64)), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries) throw new InvalidDataException($"more than {MaxEntries} entries");

            var left = MaxTotal;
            var counts = new Dictionary<string, int>();
            foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)))
            {
                var text = Encoding.UTF8.GetString(ReadAtMost(entry, ref left));
                counts[entry.FullName] = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            }

            return counts;
        }

        private static byte[] ReadAtMost(ZipArchiveEntry entry, ref int left)
        {
            using var source = entry.Open();
            using var target = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = source.Read(buffer)) > 0)
            {
                if (read > left) throw new InvalidDataException("the archive unpacks to more than 10 MiB");
                left -= read;
                target.Write(buffer, 0, read);
            }

            return target.ToArray();
        }
    }
}
