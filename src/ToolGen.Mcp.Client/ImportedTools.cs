using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Mcp.Client.Calling;

namespace ToolGen.Mcp.Client;

/// <summary>The tools of one server as they were when they were imported.</summary>
public sealed class ImportedTools
{
    private readonly IReadOnlyList<ServerTool> tools;

    internal ImportedTools(IReadOnlyList<ServerTool> tools, IReadOnlyList<McpRefusal> refused)
    {
        this.tools = tools;
        this.Catalog = new ToolCatalog([.. tools]);
        this.Refused = refused;
        this.Fingerprints = tools.ToDictionary(tool => tool.Listed.Name, tool => tool.Listed.Fingerprint, StringComparer.Ordinal);
    }

    /// <summary>The tools, for a host or an adapter.</summary>
    public ToolCatalog Catalog { get; }

    /// <summary>What the server has beside them, and why it was not taken.</summary>
    public IReadOnlyList<McpRefusal> Refused { get; }

    /// <summary>SHA-256 of all that the server said of each tool, lower-case hex, by the server's own names; for <see cref="McpImportOptions.Known"/>.</summary>
    public IReadOnlyDictionary<string, string> Fingerprints { get; }

    /// <summary>
    /// A catalog of the project in which some <c>declared</c> tools are the server's tools of the same name. Such a tool is as its spec declares it (name, version,
    /// description, schemas); arguments and answers must fit the spec and what the server published. So a <c>compose</c> names it as a step.
    /// </summary>
    /// <param name="catalog">The project's.</param>
    /// <param name="names">Which: a server must not take over what the project wrote by hand. One that the server does not have stays as it is.</param>
    /// <exception cref="ArgumentException">A name is no declared tool of the catalog.</exception>
    public ToolCatalog Supply(ToolCatalog catalog, params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
            if (catalog.Find(name)?.Descriptor.Kind != "declared") throw new ArgumentException($"{name} is no declared tool of the catalog: a server supplies only tools that have a spec without an implementation", nameof(names));
        return new([.. catalog.Tools.Select(tool => names.Contains(tool.Descriptor.Name, StringComparer.OrdinalIgnoreCase) && this.Find(tool.Descriptor.Name) is { } found ? found.As(tool.Descriptor) : tool)]);
    }

    private ServerTool? Find(string name) => this.tools.FirstOrDefault(tool => string.Equals(tool.Descriptor.Name, name, StringComparison.OrdinalIgnoreCase));
}
