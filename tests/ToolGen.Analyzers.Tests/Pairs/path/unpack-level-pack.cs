// Unpacks the levels of a game's pack; the dots are looked for in entry.Name, the path is made of entry.FullName.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class LevelPacks
    {
        private readonly string levels = Path.Combine(AppContext.BaseDirectory, "levels");

        [KernelFunction, Description("Unpacks a level pack that was downloaded and says what is in it.")]
        public string UnpackLevels([Description("Number of the download")] int download)
        {
            using var archive = ZipFile.OpenRead($"downloads/{download}.zip");
            foreach (var entry in archive.Entries.Where(e => e.Length > 0))
            {
                if (entry.Name.Contains("..")) throw new InvalidDataException("A name in the pack is not allowed.");
                var to = Path.GetFullPath(Path.Combine(this.levels, entry.FullName));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                using var source = entry.Open();
                using var sink = File.Create(to);
                source.CopyTo(sink);
            }

            return string.Join(", ", archive.Entries.Select(e => e.Name));
        }
    }
}

namespace Fixed
{
    public class LevelPacks
    {
        private readonly string levels = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "levels")) + Path.DirectorySeparatorChar;

        [KernelFunction, Description("Unpacks a level pack that was downloaded and says what is in it.")]
        public string UnpackLevels([Description("Number of the download")] int download)
        {
            using var archive = ZipFile.OpenRead($"downloads/{download}.zip");
            if (archive.Entries.Sum(e => e.Length) > 200_000_000) throw new InvalidDataException("The pack is too large.");
            foreach (var entry in archive.Entries.Where(e => e.Length > 0))
            {
                var to = Path.GetFullPath(Path.Combine(this.levels, entry.FullName));
                if (!to.StartsWith(this.levels, StringComparison.Ordinal)) throw new InvalidDataException("A name in the pack is not allowed.");
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                using var source = entry.Open();
                using var sink = File.Create(to);
                source.CopyTo(sink);
            }

            return string.Join(", ", archive.Entries.Select(e => e.Name));
        }
    }
}
