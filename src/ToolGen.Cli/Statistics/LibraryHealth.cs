using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Statistics;

/// <summary>One measure of a library: so many of so many.</summary>
/// <param name="Name">A word.</param>
/// <param name="Part">How many have it.</param>
/// <param name="Whole">Of how many; 0: there is nothing to measure.</param>
/// <param name="Meaning">What was counted.</param>
internal sealed record HealthMeasure(string Name, int Part, int Whole, string Meaning)
{
    /// <summary>From 0 to 1; null where there is nothing to measure.</summary>
    public double? Share => this.Whole == 0 ? null : (double)this.Part / this.Whole;
}

/// <summary>
/// The health of a library of tools that agents make, by the parts that benchmarks of such libraries look at: whether tools are used again, differ from one another, work together, keep what they promised, and are safe. Each is a
/// share of the tools that names lead to.
/// </summary>
internal sealed record LibraryHealth(IReadOnlyList<HealthMeasure> Measures)
{
    public static LibraryHealth Of(IReadOnlyList<StoredVersion> versions, IReadOnlyList<VersionUsage> usage)
    {
        var counts = usage.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var byId = versions.ToDictionary(version => version.Id, StringComparer.Ordinal);
        var callable = versions.Where(IsCallable).ToArray();
        var newest = callable.GroupBy(version => version.Name, StringComparer.OrdinalIgnoreCase).Select(group => group.First()).ToArray();
        var twice = Worth.Advise(versions, usage).Where(advice => advice.Kind == AdviceKind.Duplicate).Select(advice => advice.Id).ToHashSet(StringComparer.Ordinal);
        var composed = newest.Where(version => version.Evidence.Identity.Steps.Count > 0).ToArray();
        var later = callable.Select(version => (Version: version, Before: StepRule.Before(version.Version, versions.Where(other => other.Id != version.Id && other.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase)))))
            .Where(pair => pair.Before is not null).ToArray();
        return new(
        [
            new("reuse", newest.Count(version => counts.GetValueOrDefault(version.Id) is { Callers: > 1 } or { Calls: > 1 }), newest.Length, "tools that were called again"),
            new("distinct", newest.Count(version => !twice.Contains(version.Id)), newest.Length, "tools that no older one has the code or the samples of"),
            new("composition", composed.Count(version => version.Evidence.Identity.Steps.All(step => step.Id is { } id && byId.TryGetValue(id, out var called) && IsCallable(called))), composed.Length, "tools made of others whose steps can all be called"),
            new("stability", later.Count(pair => KeepsSamples(pair.Before!, pair.Version)), later.Length, "later versions that answer the samples of the version before"),
            new("trust", newest.Count(version => counts.GetValueOrDefault(version.Id) is not { RecentToolFaults: > 0 }), newest.Length, "tools without a fault of their own among their last calls"),
            .. Safety.Of(newest),
        ]);
    }

    private static bool IsCallable(StoredVersion version) => version.State is ToolState.Approved or ToolState.Deprecated;

    private static bool KeepsSamples(StoredVersion before, StoredVersion version) =>
        !VersionChange.Between(before, version).Changes.Any(change => change.Part == ChangedPart.Samples && change.Step == SemVerStep.Major);
}
