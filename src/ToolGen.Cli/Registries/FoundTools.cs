using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Cli.Registries;

/// <summary>Tools of a registry found by need: the index beside it is brought up to date first, and what it answers is looked up in the registry.</summary>
internal static class FoundTools
{
    /// <summary>What fits, the best first: only versions that stand where they were asked for.</summary>
    public static async Task<(IReadOnlyList<(StoredVersion Version, ToolHit Hit)> Found, ToolAnswer Answer)> SearchAsync(IToolRegistry registry, ToolQuery query, CancellationToken cancellationToken)
    {
        await using var index = await ToolIndex.OpenAsync(Path.Combine(registry.Options.Folder, "index.db"), cancellationToken);
        await index.UpdateAsync(registry, VersionDocument.In(registry.Collections()), cancellationToken);
        var answer = index.Search(query);
        return ([.. answer.Hits.Select(hit => (Version: registry.Get(hit.Id), hit)).Where(one => one.Version is { } version && query.States.Contains(version.State)).Select(one => (one.Version!, one.hit))], answer);
    }
}
