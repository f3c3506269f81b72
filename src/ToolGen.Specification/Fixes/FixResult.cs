using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>One mend that was made.</summary>
/// <param name="Finding">What was wrong; its place is in the text as it was given, before any mend.</param>
/// <param name="Title">What was done, in a few words.</param>
public sealed record AppliedFix(Finding Finding, string Title);

/// <summary>What came of mending a spec and the held-out samples beside it.</summary>
/// <param name="Spec">The spec's new text; the text as given where nothing was mended.</param>
/// <param name="HeldOut">The new text of <c>NAME.tests.json</c>; null where there is none and none is needed.</param>
/// <param name="Applied">What was done, in order.</param>
/// <param name="Remaining">What no mechanical remedy mends, in the new texts.</param>
public sealed record FixResult(SourceText Spec, SourceText? HeldOut, EquatableArray<AppliedFix> Applied, EquatableArray<Finding> Remaining)
{
    /// <summary>Whether a text changed.</summary>
    public bool HasChanges => this.Applied.Count > 0;
}
