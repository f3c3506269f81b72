using System.Linq;
using ToolGen.Forge;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Commands;

/// <summary>What a model will stumble over in specs that are right, each by itself and beside one another.</summary>
internal static class QualityFindings
{
    public static ForgedSet Add(ForgedSet set)
    {
        var alike = ToolsAlike.Find(set.Tools.Where(tool => tool.Spec is not null).Select(EntryOf)).ToLookup(finding => finding.Place.Path);
        return set with { Tools = set.Tools.Select(tool => tool.Spec is null ? tool : tool with { Findings = Of(tool).Concat(alike[tool.Document.Source.Path]).ToEquatableArray() }).ToArray() };
    }

    private static EquatableArray<Finding> Of(ForgedTool tool) => SpecQuality.Review(new SpecReading(tool.Spec, tool.Name, tool.Document, tool.Findings)).Findings;

    private static CatalogEntry EntryOf(ForgedTool tool) =>
        new(tool.Name, tool.Spec!.Description.Value, Place.Of(tool.Document.Source, tool.Spec.NameNode.Span));
}
