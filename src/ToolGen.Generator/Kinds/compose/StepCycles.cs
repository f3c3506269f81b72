using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>Names the steps and <c>let</c>s that wait for one another in a circle.</summary>
internal static class StepCycles
{
    /// <summary>A finding for each circle among what never found its names; what only waits behind one is not told.</summary>
    public static void Report(IReadOnlyList<FlowItem> waiting, FindingSink findings)
    {
        var makers = new Dictionary<string, FlowItem>();
        foreach (var item in waiting)
            foreach (var name in item.Names) makers[name] = item;

        var seen = new HashSet<FlowItem>();
        foreach (var start in waiting)
        {
            // Whoever waits waits for another that does: following any of them leads into a circle.
            var way = new List<FlowItem>();
            var item = start;
            while (item is not null && seen.Add(item))
            {
                way.Add(item);
                item = item.References.Where(makers.ContainsKey).Select(name => makers[name]).FirstOrDefault();
            }

            if (item is null || !way.Contains(item)) continue;
            var circle = way.Skip(way.IndexOf(item)).ToList();
            findings.Add(FindingCatalog.StepCycle, circle[0].Place, string.Join(" → ", circle.Append(circle[0]).Select(one => one.Names[0])));
        }
    }
}
