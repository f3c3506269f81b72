// Loads a data set from a tar with SharpZipLib's TarInputStream; rooted and climbing names are taken as they are.
using System;
using System.IO;
using System.Text;
using ICSharpCode.SharpZipLib.Tar;
using ToolGen;

namespace Vulnerable
{
    public sealed class DatasetTools
    {
        private const string Home = "/var/lib/datasets/incoming";

        /// <summary>Unpacks a data set and returns its size.</summary>
        /// <param name="content">The tar, base64.</param>
        [Tool]
        public long LoadDataset(byte[] content)
        {
            long total = 0;
            using var tar = new TarInputStream(new MemoryStream(content), Encoding.UTF8);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.IsDirectory) continue;
                var path = Path.Combine(Home, entry.Name.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Home);
                using var output = File.OpenWrite(path);
                tar.CopyEntryContents(output);
                total += entry.Size;
            }

            return total;
        }
    }
}

namespace Fixed
{
    public sealed class DatasetTools
    {
        private const string Home = "/var/lib/datasets/incoming";

        /// <summary>Unpacks a data set and returns its size.</summary>
        /// <param name="content">The tar, base64.</param>
        [Tool]
        public long LoadDataset(byte[] content)
        {
            long total = 0;
            using var tar = new TarInputStream(new MemoryStream(content), Encoding.UTF8);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.TarHeader.TypeFlag is not (TarHeader.LF_NORMAL or TarHeader.LF_OLDNORM)) continue;
                var path = Path.GetFullPath(Path.Combine(Home, entry.Name));
                var relative = Path.GetRelativePath(Home, path);
                if (relative is "." or ".." || Path.IsPathRooted(relative) || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                    throw new ToolException(ToolErrorCodes.BadData, "a name in the data set leaves its folder");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var output = File.Create(path);
                tar.CopyEntryContents(output);
                total += entry.Size;
            }

            return total;
        }
    }
}
