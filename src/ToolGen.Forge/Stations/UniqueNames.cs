using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Stations;

/// <summary>Within one catalog a name is one tool's, ignoring case and also after it became a C# name; the first path keeps it.</summary>
internal static class UniqueNames
{
    public static ForgedTool[] Check(IReadOnlyList<ForgedTool> tools)
    {
        var taken = new Dictionary<string, ForgedTool>(StringComparer.OrdinalIgnoreCase);
        return tools.Select(tool =>
        {
            if (tool.Spec is null || taken.TryAdd(CSharpNames.ClassOf(tool.Name), tool)) return tool;
            var place = Place.Of(tool.Document.Source, tool.Spec.NameNode.Span);
            return tool with
            {
                Spec = null,
                Findings = tool.Findings.Append(new Finding(FindingCatalog.DuplicateTool, place, new(tool.Name, taken[CSharpNames.ClassOf(tool.Name)].Input.Path))).ToEquatableArray(),
            };
        }).ToArray();
    }
}
