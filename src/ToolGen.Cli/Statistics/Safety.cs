using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry;

namespace ToolGen.Cli.Statistics;

/// <summary>How safe the tools are that names lead to: what the stations found, tried and saw, not what the tools say.</summary>
internal static class Safety
{
    /// <summary>Findings of security rules, of the list of members and of capabilities.</summary>
    private static readonly string[] Rules = ["TG3", "TG4", "TG6"];

    /// <summary>The score, and the parts that it is made of: a tool counts as safe where it has all of them.</summary>
    public static IEnumerable<HealthMeasure> Of(IReadOnlyList<StoredVersion> tools)
    {
        (string Name, Func<StoredVersion, bool> Holds, string Meaning)[] parts =
        [
            ("clean", IsClean, "tools without a warning of security, members or capabilities"),
            ("contained", version => version.Evidence.Capabilities.Refused.Count == 0, "tools whose runs tried nothing beyond what they may do"),
            ("isolated", version => version.Evidence.Isolation is not (null or "process"), "tools whose samples ran isolated from files and network"),
            ("approved", version => version.Approval is not null, "tools whose approval holds"),
        ];
        yield return new("safety", tools.Count(tool => parts.All(part => part.Holds(tool))), tools.Count, "tools that have all of the following");
        foreach (var (name, holds, meaning) in parts) yield return new("  " + name, tools.Count(holds), tools.Count, meaning);
    }

    private static bool IsClean(StoredVersion version) =>
        !version.Evidence.Findings.Any(finding => finding.Severity != "info" && Array.Exists(Rules, rule => finding.Id.StartsWith(rule, StringComparison.Ordinal)));
}
