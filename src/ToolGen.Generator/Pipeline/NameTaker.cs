using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Specification;

namespace ToolGen.Generator.Pipeline;

/// <summary>Decides who keeps a name: the spec whose path sorts first.</summary>
internal static class NameTaker
{
    public static ToolNames Decide(ImmutableArray<ToolIdentity> tools)
    {
        var sorted = tools.ToArray();
        Array.Sort(sorted, static (a, b) => StringComparer.Ordinal.Compare(a.Path, b.Path));
        var owners = new Dictionary<string, string>(sorted.Length, StringComparer.OrdinalIgnoreCase);
        var kept = new List<ToolIdentity>(sorted.Length);
        var losers = new List<ToolDuplicate>();
        foreach (var tool in sorted)
        {
            // Names that differ have C# names that differ or are equal, so the C# name decides for both.
            if (owners.TryGetValue(tool.ClassName, out var owner))
            {
                losers.Add(new(tool.Path, owner));
                continue;
            }

            owners.Add(tool.ClassName, tool.Path);
            kept.Add(tool);
        }

        kept.Sort(static (a, b) => StringComparer.Ordinal.Compare(a.Name, b.Name));
        return new(new(kept.ToArray()), new(losers.ToArray()));
    }
}
