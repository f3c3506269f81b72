using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Mcp.Client.Calling;
using ToolGen.Mcp.Client.Specs;

namespace ToolGen.Mcp.Client;

/// <summary>The tools of one server as they were when they were imported.</summary>
public sealed class ImportedTools
{
    private readonly IReadOnlyList<ServerTool> tools;
    private readonly string server;
    private readonly string prefix;

    internal ImportedTools(IReadOnlyList<ServerTool> tools, IReadOnlyList<McpRefusal> refused, string server, string prefix)
    {
        this.tools = tools;
        this.server = server;
        this.prefix = prefix;
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

    /// <summary>The tools as specs for a project, which a person reviews; the same as <c>toolgen import mcp</c> writes.</summary>
    /// <param name="refused">What the server has beside them, and why it was not taken: <see cref="Refused"/>, and tools that no spec can be written of.</param>
    public IReadOnlyList<McpSpec> ToSpecs(out IReadOnlyList<McpRefusal> refused)
    {
        var maker = new SpecMaker(this.server, this.prefix);
        var (specs, without) = (new List<McpSpec>(), new List<McpRefusal>(this.Refused));
        foreach (var tool in this.tools)
        {
            if (maker.Make(tool, out var refusal) is { } spec) specs.Add(spec);
            else without.Add(refusal!);
        }

        refused = without;
        return specs;
    }

    /// <summary>
    /// A catalog of the project in which some tools are the server's: those whose specs were imported from it (<see cref="Tool.ServedFrom"/>), as long as it says of them
    /// what it said then, and <c>declared</c> tools of the same name that are named here. Such a tool is as its spec declares it (name, version,
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
        return new([.. catalog.Tools.Select(tool => this.For(tool, names.Contains(tool.Descriptor.Name, StringComparer.OrdinalIgnoreCase)) is { } found ? found.As(tool.Descriptor) : tool)]);
    }

    private ServerTool? For(Tool tool, bool isNamed) => tool.ServedFrom switch
    {
        { } origin => isNamed || origin.Server == this.server ? this.tools.FirstOrDefault(one => one.Listed.Name == origin.Tool && one.Listed.Fingerprint == origin.Fingerprint) : null,
        null => isNamed ? this.tools.FirstOrDefault(one => string.Equals(one.Descriptor.Name, tool.Descriptor.Name, StringComparison.OrdinalIgnoreCase)) : null,
    };
}
