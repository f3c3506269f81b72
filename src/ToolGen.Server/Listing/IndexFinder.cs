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
/// answers by what there is: what it names is looked up in the registry before anybody sees it. Vectors of a model come in the background, and nobody waits for them.
/// </summary>
public sealed class IndexFinder : IToolFinder, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>How often what was heard is learned: each time all documents are read, and where something is learned from asks, all is built anew.</summary>
    private static readonly TimeSpan Learns = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan EmbedsAgain = TimeSpan.FromSeconds(30);

    private readonly ToolIndex index;
    private readonly IToolRegistry registry;
    private readonly Action<string>? log;
    private readonly TimeSpan learnInterval;
    private readonly bool hasModel;
    private readonly Lock gate = new();
    private readonly HashSet<string> callable = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ending = new();
    private Task following = Task.CompletedTask;
    private Task embedding = Task.CompletedTask;
    private bool isUrgent;
    private bool isHeard;
    private long heardAt = long.MinValue / 2;
    private long embedsFrom;
    private long? seen;
    private long changed = -1;

    private IndexFinder(ToolIndex index, IToolRegistry registry, Action<string>? log, TimeSpan learnInterval, bool hasModel) =>
        (this.index, this.registry, this.log, this.learnInterval, this.hasModel) = (index, registry, log, learnInterval, hasModel);

    /// <summary>Opens the index; one that is new is filled in the background.</summary>
    /// <param name="registry">Whose.</param>
    /// <param name="path">The file of the index.</param>
    /// <param name="log">Told where it can't be kept.</param>
    /// <param name="model">Gives vectors, for one more way to find; it stays its owner's. Null: words alone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<IndexFinder> OpenAsync(IToolRegistry registry, string path, Action<string>? log = null, DenseModel? model = null, CancellationToken cancellationToken = default) =>
        OpenAsync(registry, path, log, model, Learns, cancellationToken);

    internal static async Task<IndexFinder> OpenAsync(IToolRegistry registry, string path, Action<string>? log, DenseModel? model, TimeSpan learnInterval, CancellationToken cancellationToken = default)
    {
        var index = model is null ? await ToolIndex.OpenAsync(path, cancellationToken).ConfigureAwait(false) : await ToolIndex.OpenAsync(path, model with { Log = model.Log ?? log ?? (_ => { }) }, cancellationToken).ConfigureAwait(false);
        var finder = new IndexFinder(index, registry, log, learnInterval, model is not null);
        _ = finder.Following();
        return finder;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FoundTool>> FindAsync(string need, int most, bool isByWords = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(need);
        var following = this.Following();
        if (!following.IsCompleted) await Task.WhenAny(following, Task.Delay(Patience, cancellationToken)).ConfigureAwait(false);
        var query = new ToolQuery(need) { Limit = most };
        return [.. (isByWords ? this.index.Search(query) : await this.index.SearchAsync(query, cancellationToken).ConfigureAwait(false)).Hits.Select(hit => new FoundTool(hit.Id, hit.Score))];
    }

    /// <inheritdoc/>
    public async ValueTask LearnAsync(string id, string need, CancellationToken cancellationToken = default)
    {
        // A model finds every tool a little like every need: what is learned has words of the tool, too.
        if (this.hasModel && !this.index.Search(new(need) { Limit = ToolIndex.MostHits }).Hits.Any(hit => hit.Id == id)) return;
        if (!await this.index.AddAskAsync(id, need, cancellationToken).ConfigureAwait(false)) return;
        lock (this.gate) this.isHeard = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await this.ending.CancelAsync().ConfigureAwait(false);
        await this.following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await this.embedding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        this.ending.Dispose();
        await this.index.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends when the index says what the registry says now.</summary>
    private Task Following()
    {
        var generation = this.registry.Generation;
        lock (this.gate)
        {
            if (this.following.IsCompleted)
            {
                var isChanged = this.seen != generation;
                var learns = this.isHeard && Environment.TickCount64 - this.heardAt >= this.learnInterval.TotalMilliseconds;
                if (learns) (this.isHeard, this.heardAt) = (false, Environment.TickCount64);
                if (isChanged || learns) (this.seen, this.isUrgent, this.following) = (generation, isChanged, Task.Run(() => this.FollowAsync(generation, learns), CancellationToken.None));
                else this.Embed();
            }

            // For what others asked before nobody waits.
            return this.isUrgent ? this.following : Task.CompletedTask;
        }
    }

    private async Task FollowAsync(long generation, bool learns)
    {
        try
        {
            var isFirst = this.changed < 0;
            if (!this.Changed() && !isFirst && !learns) return;
            await this.index.UpdateWordsAsync(this.Documents(), generation, this.ending.Token).ConfigureAwait(false);
            lock (this.gate) this.Embed();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The next search tries again.
            lock (this.gate) (this.seen, this.changed) = (null, -1);
            if (!this.ending.IsCancellationRequested) this.log?.Invoke($"the index can't be kept: {e.Message}");
        }
    }

    // Under the lock.
    private void Embed()
    {
        if (this.embedding.IsCompleted && this.index.LacksVectors && Environment.TickCount64 >= this.embedsFrom) this.embedding = Task.Run(this.EmbedAsync, CancellationToken.None);
    }

    private async Task EmbedAsync()
    {
        try
        {
            await this.index.UpdateVectorsAsync(this.Documents(), this.ending.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            lock (this.gate) this.embedsFrom = Environment.TickCount64 + (long)EmbedsAgain.TotalMilliseconds;
            if (!this.ending.IsCancellationRequested) this.log?.Invoke($"the vectors of tools can't be kept: {e.Message}");
        }
    }

    private IEnumerable<ToolDocument> Documents() => VersionDocument.All(this.registry, VersionDocument.In(this.registry.Collections()));

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
