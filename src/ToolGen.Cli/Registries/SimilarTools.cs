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
        var others = registry.List(ToolState.Approved, ToolState.Candidate, ToolState.Deprecated)
            .Where(other => !other.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase)).DistinctBy(other => other.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        var same = others.Where(other => other.Evidence.Identity.Code is { } code && code == version.Evidence.Identity.Code).Select(other => (other, ", with the same code"));
        return [.. same.DistinctBy(one => one.other.Id).Take(most)];
    }
}
