using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ToolGen.Mcp.Client.Calling;
using ToolGen.Mcp.Client.Listing;
using ToolGen.Specification.Fixes;

namespace ToolGen.Mcp.Client;

/// <summary>Import of running servers.</summary>
public static class McpImport
{
    /// <summary>Reads a server's list of tools and makes each a tool, or says why not. The tools live as long as the client.</summary>
    /// <param name="client">Connected. It stays the caller's, who closes it.</param>
    /// <param name="server">What the application calls the server, in letters, digits, <c>_</c> and <c>-</c>: in capabilities such as <c>mcp notes/find_note</c>. What it calls itself counts for nothing.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">There is no list: <c>unavailable</c>, <c>upstream</c>, <c>timeout</c>; <c>limit</c>: too many tools or pages.</exception>
    public static async Task<ImportedTools> ImportToolsAsync(this McpClient client, string server, McpImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(server);
        if (!SpecNames.IsLegal(server)) throw new ArgumentException($"\"{server}\" is no name of up to 64 letters, digits, '_' and '-' that begins with a letter", nameof(server));
        options ??= new();
        var list = new ServerList(client, options);
        var listed = await list.ReadAsync(cancellationToken).ConfigureAwait(false);
        var (tools, refused) = (new List<ServerTool>(), new List<McpRefusal>());
        foreach (var group in listed.GroupBy(tool => SpecNames.Mend(options.Prefix + tool.Name), StringComparer.OrdinalIgnoreCase))
        {
            // Which of them is meant, the server's order would decide.
            if (group.Skip(1).Any()) refused.AddRange(group.Select(tool => new McpRefusal(tool.ShownName, $"the server has {group.Count()} tools that would be called {group.Key}", [])));
            else if (ServerToolMaker.Make(group.Single(), group.Key, server, list, options, out var refusal) is { } tool) tools.Add(tool);
            else refused.Add(refusal!);
        }

        return new([.. tools.OrderBy(tool => tool.Descriptor.Name, StringComparer.Ordinal)], refused, server, options.Prefix);
    }

    /// <summary>What a person has looked at of a server: the fingerprints in the specs of a project that were imported from it, for <see cref="McpImportOptions.Known"/>.</summary>
    /// <param name="catalog">The project's.</param>
    /// <param name="server">What the application calls the server.</param>
    public static IReadOnlyDictionary<string, string> Reviewed(this ToolCatalog catalog, string server)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Tools.Select(tool => tool.ServedFrom).OfType<ToolOrigin>().Where(origin => origin.Server == server).GroupBy(origin => origin.Tool, StringComparer.Ordinal)
            .ToDictionary(origins => origins.Key, origins => origins.First().Fingerprint, StringComparer.Ordinal);
    }
}
