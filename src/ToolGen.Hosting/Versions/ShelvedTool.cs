using System.Collections;
using System.Collections.Generic;

namespace ToolGen.Hosting.Versions;

/// <summary>A tool as its catalog has it: described, and made when it is wanted.</summary>
/// <param name="Descriptor">The tool's.</param>
/// <param name="Catalog">The catalog's tools.</param>
/// <param name="Place">Its own among them.</param>
internal sealed record ShelvedTool(ToolDescriptor Descriptor, IReadOnlyList<Tool> Catalog, int Place)
{
    public Tool Tool => this.Catalog[this.Place];
}

/// <summary>Such tools, each made when it is reached.</summary>
internal sealed class ShelvedTools(ShelvedTool[] tools) : IReadOnlyList<Tool>
{
    public int Count => tools.Length;

    public Tool this[int index] => tools[index].Tool;

    public IEnumerator<Tool> GetEnumerator()
    {
        foreach (var tool in tools) yield return tool.Tool;
    }

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
}
