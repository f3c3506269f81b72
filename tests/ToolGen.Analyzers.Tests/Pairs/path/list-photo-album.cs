// Lists the pictures of an album; album and pattern go into the enumeration unchecked, so any folder can be listed.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Photos(DirectoryInfo library)
    {
        public IEnumerable<AITool> Tools() => [AIFunctionFactory.Create(this.List, "list_album")];

        [Description("Lists the pictures of an album, newest first.")]
        private string[] List(string album, string pattern = "*.jpg", int take = 50)
        {
            var folder = new DirectoryInfo($"{library.FullName}/{album}");
            return folder.EnumerateFiles(pattern)
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .Take(take)
                .Select(f => $"{f.Name} ({f.Length} bytes)")
                .ToArray();
        }
    }
}

namespace Fixed
{
    public sealed class Photos(DirectoryInfo library)
    {
        public IEnumerable<AITool> Tools() => [AIFunctionFactory.Create(this.List, "list_album")];

        [Description("Lists the pictures of an album, newest first.")]
        private string[] List(string album, PictureKind kind = PictureKind.Jpeg, int take = 50)
        {
            var folder = library.EnumerateDirectories().FirstOrDefault(d => string.Equals(d.Name, album, StringComparison.Ordinal));
            if (folder is null) return [];
            var pattern = kind switch { PictureKind.Png => "*.png", PictureKind.Raw => "*.dng", _ => "*.jpg" };
            return folder.EnumerateFiles(pattern)
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .Take(Math.Clamp(take, 1, 200))
                .Select(f => $"{f.Name} ({f.Length} bytes)")
                .ToArray();
        }

        public enum PictureKind { Jpeg, Png, Raw }
    }
}
