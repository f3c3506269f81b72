using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace ToolGen.Cli.Files;

/// <summary>Tells when a file of a spec changed below paths. It says that something did, not what: files are read again anyway.</summary>
internal sealed class SpecWatcher : IDisposable
{
    /// <summary>Editors write a file in several steps, and several files at once: the round begins when it has been quiet so long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    private static readonly string[] Endings = [".tool.json", ".tool.cs", ".tests.json"];

    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> watchers = [];

    /// <param name="paths">Specs, and folders with all that is below them.</param>
    public SpecWatcher(IEnumerable<string> paths)
    {
        foreach (var path in paths.Select(Path.GetFullPath).Distinct())
        {
            var isFolder = Directory.Exists(path);
            var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!) { IncludeSubdirectories = isFolder };
            this.watchers.Add(watcher);
            watcher.Changed += (_, e) => this.Tell(e.FullPath);
            watcher.Created += (_, e) => this.Tell(e.FullPath);
            watcher.Deleted += (_, e) => this.Tell(e.FullPath);
            watcher.Renamed += (_, e) =>
            {
                this.Tell(e.OldFullPath);
                this.Tell(e.FullPath);
            };

            // More happened than it can tell: anything may have changed.
            watcher.Error += (_, _) => this.changes.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
        }
    }

    /// <summary>Waits for a change, and for quiet after it.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        await this.changes.Reader.ReadAsync(cancellationToken);
        do await Task.Delay(Quiet, cancellationToken);
        while (this.changes.Reader.TryRead(out _));
    }

    public void Dispose()
    {
        foreach (var watcher in this.watchers) watcher.Dispose();
    }

    private void Tell(string path)
    {
        if (Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) this.changes.Writer.TryWrite(true);
    }
}
