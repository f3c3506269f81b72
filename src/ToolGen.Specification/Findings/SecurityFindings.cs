using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Findings;

/// <summary>The findings of security: those over flows and code (TG3) and those of the allow-list (TG4).</summary>
public static class SecurityFindings
{
    /// <summary>All of them by id.</summary>
    public static IEnumerable<FindingDescriptor> All => FindingCatalog.All.Where(finding => Is(finding.Id));

    /// <summary>Whether an id is one of them.</summary>
    public static bool Is(string id) => id.Length == 6 && (id.StartsWith("TG3", System.StringComparison.Ordinal) || id.StartsWith("TG4", System.StringComparison.Ordinal));
}
