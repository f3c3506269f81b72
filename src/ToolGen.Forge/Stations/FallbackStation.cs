using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Stations;

/// <summary>Tries the <c>fallback</c> of tools whose packages were had: it goes the same way and passes the same samples, since on another machine it is what runs.</summary>
internal static class FallbackStation
{
    /// <param name="set">What was tried.</param>
    /// <param name="make">Generate → Compile → Inspect.</param>
    /// <param name="station">Tries what comes out.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<ForgedSet> RunAsync(ForgedSet set, Func<IReadOnlyList<ForgedTool>, ForgedSet> make, TryStation station, CancellationToken cancellationToken)
    {
        var asked = set.Tools.Where(tool => tool.IsRunnable && tool.Packages.Count > 0 && tool.Spec!.Fallback is not null).ToArray();
        if (asked.Length == 0) return set;
        var tried = await station.RunAsync(make([.. asked.Select(tool => PackageStation.WithFallback(tool) with { Findings = [], Packages = [], Generated = null, Compiled = null, Samples = [] })]), cancellationToken);
        var told = new Dictionary<ForgedTool, ForgedTool>(ReferenceEqualityComparer.Instance);
        foreach (var (tool, fallback) in asked.Zip(tried.Tools)) told[tool] = With(tool, fallback);
        return set with { Tools = [.. set.Tools.Select(tool => told.GetValueOrDefault(tool, tool))] };
    }

    private static ForgedTool With(ForgedTool tool, ForgedTool fallback) =>
        tool.With(Station.Try, tool.Times.GetValueOrDefault(Station.Try) + fallback.Times.GetValueOrDefault(Station.Try), fallback.Findings
            .Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => new Finding(FindingCatalog.FallbackFails, finding.Place, new(finding.Message))));
}
