using System;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace ToolGen.Hosting;

/// <summary>What a host is made of, while the application starts.</summary>
public sealed class ToolGenBuilder
{
    private readonly List<ToolCatalog> catalogs = [];

    internal ToolGenBuilder(IServiceCollection services) => this.Services = services;

    /// <summary>The application's.</summary>
    public IServiceCollection Services { get; }

    internal IReadOnlyList<ToolCatalog> Catalogs => this.catalogs;

    internal Func<IServiceProvider, Action<string>>? Log { get; private set; }

    /// <summary>Takes in the tools of an assembly, such as <c>MyAgent.Tools.Catalog.Tools</c>.</summary>
    public ToolGenBuilder AddCatalog(ToolCatalog catalog)
    {
        this.catalogs.Add(catalog);
        return this;
    }

    /// <summary>Says where the lines go that tools note and that calls leave that failed inside, such as to a logger.</summary>
    public ToolGenBuilder LogTo(Func<IServiceProvider, Action<string>> log)
    {
        this.Log = log;
        return this;
    }
}
