using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry.Versions;

namespace ToolGen.Registry;

/// <summary>What versions are worth, from what was counted. Pure: the same counts give the same advice.</summary>
public static class Worth
{
    /// <summary>All advice, in ordinal order of names.</summary>
    /// <param name="versions">Versions that may be called, and those of sessions.</param>
    /// <param name="usage">Their counts.</param>
    /// <param name="policy">From where on; null: the defaults.</param>
    /// <param name="proven">What runs of samples showed; null: none were made.</param>
    public static IReadOnlyList<Advice> Advise(IEnumerable<StoredVersion> versions, IEnumerable<VersionUsage> usage, AdvicePolicy? policy = null, IReadOnlyList<ProvenAlike>? proven = null)
    {
        policy ??= AdvicePolicy.Default;
        var counts = usage.ToDictionary(one => one.Id);
        var all = versions.ToArray();
        var callable = all.Where(version => version.State is ToolState.Approved or ToolState.Deprecated).ToArray();
        return
        [
            .. callable.Select(version => Quarantine(version, counts.GetValueOrDefault(version.Id), policy))
                .Concat(callable.Where(version => version.State == ToolState.Approved).Select(version => Superseded(version, callable, counts) ?? Scarce(version, counts.GetValueOrDefault(version.Id), policy)))
                .Concat(Duplicates(all.Where(version => version.State is ToolState.Approved or ToolState.Candidate).ToArray(), proven ?? []))
                .Concat(all.Where(version => version.State == ToolState.Session).Select(version => Promote(version, counts.GetValueOrDefault(version.Id), policy)))
                .OfType<Advice>().OrderBy(advice => advice.Tool, StringComparer.Ordinal).ThenBy(advice => advice.Version, NewestFirst.Instance).ThenBy(advice => advice.Kind),
        ];
    }

    /// <summary>Whether a version should not be called before a person looked; null: it may.</summary>
    internal static Advice? Quarantine(StoredVersion version, VersionUsage? usage, AdvicePolicy? policy = null)
    {
        policy ??= AdvicePolicy.Default;
        return usage is null || usage.RecentToolFaults < policy.ToolFaults ? null : new(
            AdviceKind.Quarantine, version.Id, version.Name, version.Version, $"of its last {usage.RecentCalls} calls {usage.RecentToolFaults} failed by its own fault (from {policy.ToolFaults} on it should be quarantined)");
    }

    /// <summary>How often a version must have been called not to be hardly used: C · log10(n).</summary>
    internal static double Threshold(long callsSince, AdvicePolicy? policy = null) => callsSince <= 1 ? 0 : (policy ?? AdvicePolicy.Default).Scarce * Math.Log10(callsSince);

    /// <summary>
    /// How far a tool reaches, from the counts of its versions: callers · log2(2 + shapes of arguments) · log2(1 + answered calls). Generality counts more than reuse: one caller who calls a thousand times reaches no further
    /// than four who call five times in all. Of shapes, which one caller can make many of, as many count as there are callers.
    /// </summary>
    /// <param name="versions">The counts of the versions of one tool. Callers and shapes are those of the version that had most: who called two of them is one caller.</param>
    public static double Reach(IEnumerable<VersionUsage> versions)
    {
        var (answered, callers, shapes) = (0L, 0, 0);
        foreach (var usage in versions) (answered, callers, shapes) = (answered + usage.Answered, Math.Max(callers, usage.Callers), Math.Max(shapes, usage.Shapes));
        return callers * Math.Log2(2 + Math.Min(shapes, callers)) * Math.Log2(1 + answered);
    }

    private static Advice? Scarce(StoredVersion version, VersionUsage? usage, AdvicePolicy policy)
    {
        var (calls, since) = (usage?.Calls ?? 0, usage?.CallsSince ?? version.CallsSince);
        if (since < policy.LeastCalls || calls >= Threshold(since, policy)) return null;
        return new(AdviceKind.Deprecate, version.Id, version.Name, version.Version, FormattableString.Invariant($"it was called {calls} times of {since} since it came; below {Threshold(since, policy):0.0} it is hardly used"));
    }

    /// <summary>A newer approved version of the same name, which has the calls now.</summary>
    private static Advice? Superseded(StoredVersion version, IEnumerable<StoredVersion> all, Dictionary<string, VersionUsage> counts)
    {
        var newer = all.Where(other => other.State == ToolState.Approved && Same(other.Name, version.Name) && NewestFirst.Instance.Compare(other.Version, version.Version) < 0)
            .OrderBy(other => other.Version, NewestFirst.Instance).FirstOrDefault();
        if (newer is null || counts.GetValueOrDefault(newer.Id) is not { LastCall: { } taken } usage) return null;
        var last = counts.GetValueOrDefault(version.Id)?.LastCall;
        return last >= taken ? null : new(
            AdviceKind.Superseded, version.Id, version.Name, version.Version, $"{newer.Version} has been called {usage.Calls} times, last after this one", newer.Id);
    }

    /// <summary>Versions of different names whose code is the same, whose samples ask and state the same, or of which one passes the samples of the other.</summary>
    private static IEnumerable<Advice> Duplicates(StoredVersion[] versions, IReadOnlyList<ProvenAlike> proven)
    {
        var newest = versions.GroupBy(version => version.Name, StringComparer.OrdinalIgnoreCase).Select(group => group.OrderBy(version => version.Version, NewestFirst.Instance).First()).ToArray();
        var told = new HashSet<(string, string)>();
        foreach (var (keyOf, likeness, why) in new (Func<StoredVersion, string?> KeyOf, Likeness Likeness, string Why)[]
        {
            (version => version.Evidence.Identity.Code, Likeness.Code, "the same code"), (SamplesOf, Likeness.Samples, "the same samples with the same outputs"),
        })
        {
            foreach (var group in newest.Where(version => keyOf(version) is not null).GroupBy(keyOf))
            {
                var first = group.OrderBy(version => version.Created).ThenBy(version => version.Name, StringComparer.Ordinal).First();
                foreach (var other in group.Where(version => version.Id != first.Id && told.Add((version.Id, first.Id))))
                    yield return new(AdviceKind.Duplicate, other.Id, other.Name, other.Version, $"it has {why} as {first.Name} {first.Version}, which is older", first.Id) { Likeness = likeness };
            }
        }

        var byId = versions.ToDictionary(version => version.Id);
        foreach (var one in proven)
        {
            if (byId.GetValueOrDefault(one.Id) is not { } version || byId.GetValueOrDefault(one.Other) is not { State: ToolState.Approved } other || Same(version.Name, other.Name)) continue;
            if (told.Contains((other.Id, version.Id)) || !told.Add((version.Id, other.Id))) continue;
            yield return new(AdviceKind.Duplicate, version.Id, version.Name, version.Version, $"{other.Name} {other.Version}, which is approved, passes all {one.Samples} samples of it", other.Id) { Likeness = Likeness.Passed };
        }
    }

    // Two samples at least: of one, many tools are alike.
    private static string? SamplesOf(StoredVersion version) => version.Evidence.Samples.Count < 2 ? null : string.Join('\n', version.Evidence.Samples.Select(sample => $"{sample.Given} {sample.Output}").Order(StringComparer.Ordinal));

    private static Advice? Promote(StoredVersion version, VersionUsage? usage, AdvicePolicy policy) =>
        usage is null || usage.Answered < policy.PromoteAnswers || usage.Callers < policy.PromoteCallers ? null : new(
            AdviceKind.Promote, version.Id, version.Name, version.Version, $"it answered {usage.Answered} calls of {usage.Callers} callers{(usage.Shapes > 1 ? $" with arguments of {usage.Shapes} shapes" : "")}: propose it, so that it lasts");

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
