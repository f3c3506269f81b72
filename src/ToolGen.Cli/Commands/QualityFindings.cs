using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Quality;

namespace ToolGen.Cli.Commands;

/// <summary>What a model will stumble over in specs that are right, each by itself and beside one another.</summary>
internal static class QualityFindings
{
    /// <summary>The same set with what weighs at least as much.</summary>
    public static ForgedSet Add(ForgedSet set, FindingSeverity least)
    {
        var alike = ToolsAlike.Find(set.Tools.Where(tool => tool.Spec is not null).Select(tool => CatalogEntry.Of(tool.Document)).OfType<CatalogEntry>()).ToLookup(finding => finding.Place.Path);
        return set with { Tools = set.Tools.Select(tool => tool.Spec is null ? tool : tool with { Findings = Join(tool.Findings, SpecQuality.Find(tool.Spec).Concat(alike[tool.Document.Source.Path]).Where(finding => finding.Severity >= least)) }).ToArray() };
    }

    private static EquatableArray<Finding> Join(EquatableArray<Finding> first, IEnumerable<Finding> more) =>
        first.Concat(more).OrderBy(finding => finding.Place.Span.Start).ToEquatableArray();
}
