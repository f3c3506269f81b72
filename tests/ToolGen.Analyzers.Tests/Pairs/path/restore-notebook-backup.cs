// Restores notebooks from a tar backup that a user sent; names and links of entries decide what is written.
using System;
using System.ComponentModel;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class NotebookTools
    {
        [McpServerTool(Name = "restore_notebooks"), Description("Restores notebooks from an uploaded tar.gz.")]
        public async Task<int> RestoreAsync(Guid upload, CancellationToken cancellationToken)
        {
            var count = 0;
            await using var file = File.OpenRead(Path.Combine("uploads", upload.ToString("N")));
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
            {
                var target = "notebooks/" + entry.Name;
                if (entry.EntryType is TarEntryType.Directory) { Directory.CreateDirectory(target); continue; }
                await entry.ExtractToFileAsync(target, overwrite: true, cancellationToken);
                count++;
            }

            return count;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class NotebookTools
    {
        [McpServerTool(Name = "restore_notebooks"), Description("Restores notebooks from an uploaded tar.gz.")]
        public async Task<int> RestoreAsync(Guid upload, CancellationToken cancellationToken)
        {
            var fresh = Directory.CreateDirectory(Path.Combine("notebooks", Guid.NewGuid().ToString("N")));
            await using var file = File.OpenRead(Path.Combine("uploads", upload.ToString("N")));
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(gzip, fresh.FullName, overwriteFiles: false, cancellationToken);
            return Directory.GetFiles(fresh.FullName, "*.ipynb", SearchOption.AllDirectories).Length;
        }
    }
}
