using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Cli.Registries;

/// <summary>Tools of a registry found by need: the index beside it is opened and brought up to date once, when somebody first looks, and what it answers is looked up in the registry. One thread at a time.</summary>
/// <param name="registry">Whose.</param>
/// <param name="model">Gives vectors; null: words alone.</param>
internal sealed class FoundTools(IToolRegistry registry, DenseModel? model = null) : IAsyncDisposable
{
    private ToolIndex? index;

    /// <summary>What fits, the best first: only versions that stand where they were asked for.</summary>
    public async Task<(IReadOnlyList<(StoredVersion Version, ToolHit Hit)> Found, ToolAnswer Answer)> SearchAsync(ToolQuery query, CancellationToken cancellationToken)
    {
        var answer = await (await this.OpenedAsync(cancellationToken)).SearchAsync(query, cancellationToken);
        return ([.. answer.Hits.Select(hit => (Version: registry.Get(hit.Id), hit)).Where(one => one.Version is { } version && query.States.Contains(version.State)).Select(one => (one.Version!, one.hit))], answer);
    }

    /// <summary>Keeps a request that a version is for; false: it has it, or as many as are kept.</summary>
    public async Task<bool> LearnAsync(string id, string words, CancellationToken cancellationToken) => await (await this.OpenedAsync(cancellationToken)).AddAskAsync(id, words, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (this.index is not null) await this.index.DisposeAsync();
    }

    private async Task<ToolIndex> OpenedAsync(CancellationToken cancellationToken)
    {
        if (this.index is not null) return this.index;
        var path = Path.Combine(registry.Options.Folder, "index.db");
        var opened = await (model is null ? ToolIndex.OpenAsync(path, cancellationToken) : ToolIndex.OpenAsync(path, model, cancellationToken));
        try
        {
            await opened.UpdateAsync(registry, VersionDocument.In(registry.Collections()), cancellationToken);
            return this.index = opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }
}
