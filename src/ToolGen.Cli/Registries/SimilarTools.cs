using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry;

namespace ToolGen.Cli.Registries;

/// <summary>Tools that do what another one does, or seem to: the same work first, then the same words.</summary>
internal static class SimilarTools
{
    /// <summary>Others that are approved or proposed, each with why.</summary>
    public static IReadOnlyList<(StoredVersion Version, string Why)> Of(SqliteRegistry registry, StoredVersion version, int most)
    {
        var others = registry.List(ToolState.Approved, ToolState.Candidate, ToolState.Deprecated).Where(other => other.Id != version.Id).ToArray();
        var twice = Worth.Advise([.. others.Where(other => !other.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase)), version], [])
            .Where(advice => advice.Kind == AdviceKind.Duplicate && (advice.Id == version.Id || advice.Other == version.Id));
        return [.. twice.Select(advice => (Other: others.First(other => other.Id == (advice.Id == version.Id ? advice.Other : advice.Id)), Why: advice.Why.Contains("code", StringComparison.Ordinal) ? ", with the same code" : ", with the same samples")).Take(most)];
    }
}
