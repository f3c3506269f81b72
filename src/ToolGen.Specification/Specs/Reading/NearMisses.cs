using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Puts the findings of the stations together: where a near miss is known to be mendable, that is said and not also what it broke.</summary>
internal static class NearMisses
{
    /// <summary>All findings in the order of their places.</summary>
    /// <param name="syntax">Of the file as JSON.</param>
    /// <param name="meaning">Of the file as a spec.</param>
    /// <param name="mends">Near misses, each with the words of the format.</param>
    public static EquatableArray<Finding> Merge(EquatableArray<Finding> syntax, EquatableArray<Finding> meaning, EquatableArray<Finding> mends)
    {
        if (syntax.Count == 0 && mends.Count == 0) return meaning;
        var spans = mends.Select(mend => mend.Place.Span).ToArray();
        var rest = meaning.Where(finding => !finding.Id.StartsWith("TG00", System.StringComparison.Ordinal) && !finding.Id.StartsWith("TG10", System.StringComparison.Ordinal) && finding.Id != "TG0101"
            || !spans.Any(span => span.Start <= finding.Place.Span.Start && finding.Place.Span.Start < System.Math.Max(span.End, span.Start + 1)));
        return syntax.Concat(rest).Concat(mends).OrderBy(finding => finding.Place.Span.Start).ToEquatableArray();
    }
}
