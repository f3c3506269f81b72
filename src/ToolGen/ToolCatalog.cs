using System;
using System.Collections.Generic;

namespace ToolGen;

/// <summary>The tools of one assembly, in ordinal order of their names.</summary>
public sealed class ToolCatalog
{
    private readonly Dictionary<string, Tool> byName;

    /// <exception cref="ArgumentException">Two names are equal but for case.</exception>
    public ToolCatalog(params IReadOnlyList<Tool> tools)
    {
        this.Tools = tools;
        this.byName = new(tools.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var tool in tools) this.byName.Add(tool.Descriptor.Name, tool);
    }

    public IReadOnlyList<Tool> Tools { get; }

    /// <summary>A tool by its name, ignoring case; null where there is none.</summary>
    public Tool? Find(string name) => this.byName.GetValueOrDefault(name);
}
