// Copies a folder to the archive with rsync; a source such as --rsh=COMMAND is an option, and targets are free.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public abstract class SyncToolsBase
    {
        protected async Task<string> RsyncAsync(CancellationToken token, params IEnumerable<string> arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("rsync", ["-a", "--stats", .. arguments]) { RedirectStandardOutput = true })!;
            var stats = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return stats;
        }
    }

    [McpServerToolType]
    public sealed class ArchiveSync(ILogger<ArchiveSync> logger) : SyncToolsBase
    {
        [McpServerTool(Name = "sync_to_archive"), Description("Copies folders to the archive.")]
        public async Task<string> SyncAsync(string[] sources, string target, CancellationToken token)
        {
            logger.LogInformation("Syncing {Count} folders", sources.Length);
            return await RsyncAsync(token, [.. sources, target]);
        }
    }
}

namespace Fixed
{
    public abstract class SyncToolsBase
    {
        protected async Task<string> RsyncAsync(CancellationToken token, params IEnumerable<string> arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("rsync", ["-a", "--stats", "--", .. arguments]) { RedirectStandardOutput = true })!;
            var stats = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return stats;
        }
    }

    [McpServerToolType]
    public sealed class ArchiveSync(ILogger<ArchiveSync> logger) : SyncToolsBase
    {
        private const string Data = "/srv/data";

        [McpServerTool(Name = "sync_to_archive"), Description("Copies collections (photos, letters, maps) to the archive.")]
        public async Task<string> SyncAsync(string[] collections, CancellationToken token)
        {
            string[] known = ["photos", "letters", "maps"];
            var unknown = collections.Except(known).ToList();
            if (unknown.Count > 0 || collections.Length == 0) throw new ArgumentException("The collections are photos, letters and maps.", nameof(collections));

            logger.LogInformation("Syncing {Count} collections", collections.Length);
            return await RsyncAsync(token, [.. collections.Select(c => Path.Combine(Data, c)), "/srv/archive/"]);
        }
    }
}
