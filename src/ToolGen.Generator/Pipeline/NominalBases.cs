using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Pipeline;

/// <summary>Finds tools of a project that wrap different types under one <c>x-type</c>.</summary>
internal static class NominalBases
{
    /// <summary>A finding at the name of each tool that differs from the one whose path sorts first.</summary>
    public static IEnumerable<Finding> Check(ImmutableArray<(string Path, Place NamePlace, EquatableArray<NominalUse> Nominals)> tools)
    {
        var bases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tool in tools.OrderBy(tool => tool.Path, StringComparer.Ordinal))
        {
            foreach (var use in tool.Nominals)
            {
                if (!bases.TryGetValue(use.NominalType, out var known)) bases.Add(use.NominalType, use.Base);
                else if (known != use.Base) yield return new(FindingCatalog.NominalBases, tool.NamePlace, new(use.NominalType, known.Replace("global::", ""), use.Base.Replace("global::", "")));
            }
        }
    }
}
