using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Server.Listing;

/// <summary>
/// Finds by the index beside a registry. It follows the registry where what may be called changed; sessions that come and go do not touch it. A search waits a moment for it, and then
/// answers by what there is: what it names is looked up in the registry before anybody sees it.
/// </summary>
public sealed class IndexFinder : IToolFinder, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ToolIndex index;
    private readonly IToolRegistry registry;
    private readonly Action<string>? log;
    private readonly Lock gate = new();
    private readonly HashSet<string> callable = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ending = new();
    private Task following = Task.CompletedTask;
    private long? seen;
    private long changed = -1;

    private IndexFinder(ToolIndex index, IToolRegistry registry, Action<string>? log) => (this.index, this.registry, this.log) = (index, registry, log);

    /// <summary>Opens the index; one that is new is filled in the background.</summary>
    /// <param name="registry">Whose.</param>
    /// <param name="path">The file of the index.</param>
    /// <param name="log">Told where it can't be kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IndexFinder> OpenAsync(IToolRegistry registry, string path, Action<string>? log = null, CancellationToken cancellationToken = default)
    {
        var finder = new IndexFinder(await ToolIndex.OpenAsync(path, cancellationToken).ConfigureAwait(false), registry, log);
        _ = finder.Following();
        return finder;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FoundTool>> FindAsync(string need, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(need);
        var following = this.Following();
        if (!following.IsCompleted) await Task.WhenAny(following, Task.Delay(Patience, cancellationToken)).ConfigureAwait(false);
        return [.. this.index.Search(new(need) { Limit = most }).Hits.Select(hit => new FoundTool(hit.Id, hit.Score))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await this.ending.CancelAsync().ConfigureAwait(false);
        await this.following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        this.ending.Dispose();
        await this.index.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends when the index says what the registry says now.</summary>
    private Task Following()
    {
        var generation = this.registry.Generation;
        lock (this.gate)
        {
            if (this.seen == generation || !this.following.IsCompleted) return this.following;
            this.seen = generation;
            return this.following = Task.Run(() => this.FollowAsync(generation), CancellationToken.None);
        }
    }

    private async Task FollowAsync(long generation)
    {
        try
        {
            var isFirst = this.changed < 0;
            if (!this.Changed() && !isFirst) return;
            await this.index.UpdateAsync(VersionDocument.All(this.registry, VersionDocument.In(this.registry.Collections())), generation, this.ending.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The next search tries again.
            lock (this.gate) (this.seen, this.changed) = (null, -1);
            if (!this.ending.IsCancellationRequested) this.log?.Invoke($"the index can't be kept: {e.Message}");
        }
    }

    /// <summary>Whether what may be called changed since the last look; reads only what did.</summary>
    private bool Changed()
    {
        var isChanged = false;
        foreach (var head in this.registry.Heads(this.changed))
        {
            this.changed = Math.Max(this.changed, head.Changed);
            var was = this.callable.Remove(head.Id);
            var isCallable = head.State is ToolState.Approved or ToolState.Deprecated;
            if (isCallable) this.callable.Add(head.Id);
            isChanged |= was || isCallable;
        }

        return isChanged;
    }
}
