using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Quality;

namespace ToolGen.Forge.Stations;

/// <summary>Says where a model would take one tool of the set for another.</summary>
internal static class AlikeTools
{
    public static ForgedTool[] Check(IReadOnlyList<ForgedTool> tools)
    {
        var found = ToolsAlike.Find(tools.Where(tool => tool.Spec is not null)
            .Select(tool => new CatalogEntry(tool.Name, tool.Spec!.Description.Value, Place.Of(tool.Document.Source, tool.Spec.NameNode.Span)))).ToLookup(finding => finding.Place.Path);
        return tools.Select(tool => tool.Spec is not null && found.Contains(tool.Document.Source.Path) ? tool with { Findings = tool.Findings.Concat(found[tool.Document.Source.Path]).ToEquatableArray() } : tool).ToArray();
    }
}
