using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Fixes;

/// <summary>What descriptions say and schemas do not, written into the schemas. Asked for by itself: a tool that takes less is another tool.</summary>
public static class QualityMends
{
    /// <summary>The mends of a spec that reads; none that one of its samples, here or in <c>NAME.tests.json</c>, would break.</summary>
    /// <param name="spec">The spec as it stands.</param>
    /// <param name="heldOut">The text of <c>NAME.tests.json</c>; null where there is none.</param>
    public static EquatableArray<Finding> Find(JsonDocument spec, SourceText? heldOut) =>
        SpecReader.Read(spec.Source).Spec is not { } read ? []
        : SpecQuality.Find(read).Where(finding => finding.Fix is { } fix && (heldOut is null || Errors(heldOut, With(read, fix)) <= Errors(heldOut, read))).ToEquatableArray();

    private static ToolSpec With(ToolSpec spec, FindingFix fix)
    {
        var edits = new TextEdits();
        edits.TryAdd(fix);
        return SpecReader.Read(new SourceText(spec.Source.Path, edits.Apply(spec.Source.Text))).Spec!;
    }

    private static int Errors(SourceText samples, ToolSpec spec) => TestsReader.Read(samples, spec).Findings.Count(finding => finding.Severity == FindingSeverity.Error);
}
