using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace ToolGen.Mcp;

/// <summary>Tools in an MCP server.</summary>
public static class ToolGenMcp
{
    /// <summary>The tools that a toolbox has now, as an MCP server has them.</summary>
    public static IReadOnlyList<McpServerTool> AsMcpTools(this IToolbox toolbox)
    {
        ArgumentNullException.ThrowIfNull(toolbox);
        return [.. toolbox.Tools.Select(tool => new ToolGenServerTool(toolbox, tool))];
    }

    /// <summary>Adds the tools that a toolbox has now to a server.</summary>
    public static IMcpServerBuilder WithToolGen(this IMcpServerBuilder builder, IToolbox toolbox) => builder.WithTools(toolbox.AsMcpTools());

    /// <summary>Adds the tools of a catalog to a server, without a host.</summary>
    /// <param name="builder">The server's.</param>
    /// <param name="catalog">The tools.</param>
    /// <param name="context">Gives each call its effects; null: the clock, random numbers, and the services of the request for tools that are methods of the project, nothing of the world.</param>
    public static IMcpServerBuilder WithToolGen(this IMcpServerBuilder builder, ToolCatalog catalog, Func<Tool, ToolContext>? context = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (context is not null) return builder.WithToolGen(new CatalogToolbox(catalog, context));
        IToolbox Toolbox(IServiceProvider? services) => new CatalogToolbox(catalog, _ => new SystemToolContext(services: services));
        return builder.WithTools(catalog.Descriptors.Select(tool => new ToolGenServerTool(Toolbox, tool)));
    }
}
