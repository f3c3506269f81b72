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
    /// A catalog of the project in which each <c>declared</c> tool that the server has by the same name is the server's. Such a tool is as its spec declares it (name, version,
    /// description, schemas); arguments and answers must fit the spec and what the server published. So a <c>compose</c> names it as a step.
    /// </summary>
    public ToolCatalog Supply(ToolCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new([.. catalog.Tools.Select(tool => tool.Descriptor.Kind == "declared" && this.Find(tool.Descriptor.Name) is { } found ? found.As(tool.Descriptor) : tool)]);
    }

    private ServerTool? Find(string name) => this.tools.FirstOrDefault(tool => string.Equals(tool.Descriptor.Name, name, StringComparison.OrdinalIgnoreCase));
}
