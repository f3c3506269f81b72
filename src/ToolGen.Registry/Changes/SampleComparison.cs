using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry.Changes;

/// <summary>What the samples of the older version say of the newer one.</summary>
internal static class SampleComparison
{
    private const string Passed = "passed";

    public static IEnumerable<Change> Of(ToolEvidence older, ToolEvidence newer, IReadOnlyList<SampleRun> runs)
    {
        foreach (var sample in older.Samples.Where(sample => sample.Outcome == Passed))
        {
            var ran = runs.Where(run => run.Given == sample.Given).ToArray();
            var same = newer.Samples.Where(other => other.Given == sample.Given).ToArray();
            if (ran.Any(run => !run.Passed) || same.Any(other => other.Expects == sample.Expects && other.Outcome != Passed))
                yield return Major(sample, "fails on the newer version");
            else if (same.Any(other => other.Expects != sample.Expects))
                yield return Major(sample, "states another answer to the same question");
            else if (ran.Length == 0 && same.Length == 0)
                yield return Major(sample, "is gone, and nobody ran it with the newer version: keep it among the samples, where it shows that its answer stayed");
        }

        var before = older.Samples.Select(sample => sample.Given).ToHashSet();
        var more = newer.Samples.Count(sample => !before.Contains(sample.Given));
        if (more > 0) yield return new(ChangedPart.Samples, SemVerStep.Patch, "/examples", string.Create(CultureInfo.InvariantCulture, $"{more} more {(more == 1 ? "sample" : "samples")}"));
    }

    private static Change Major(SeenSample sample, string what) => new(
        ChangedPart.Samples,
        SemVerStep.Major,
        string.Create(CultureInfo.InvariantCulture, $"/{sample.In}/{sample.Index}"),
        string.Create(CultureInfo.InvariantCulture, $"{(sample.In == "tests" ? "the held-out sample" : "the sample")} {(sample.Name is { } name ? $"\"{name}\"" : $"{sample.Index + 1}")} of the older version {what}"));
}
