using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Specs;

namespace ToolGen.Registry.Changes;

/// <summary>
/// What is not the same in two versions of a tool, and the step of the number that this owes. Compared is what callers meet: what can't be compared counts as a change that
/// breaks them. Whether the old samples pass is part of it: who can run them tells; a sample that is gone and was not run is not known to pass.
/// </summary>
public sealed record VersionChange
{
    private VersionChange(string older, string newer, IReadOnlyList<Change> changes) => (this.Older, this.Newer, this.Changes) = (older, newer, changes);

    /// <summary>The number of the older version.</summary>
    public string Older { get; }

    /// <summary>The number of the newer one.</summary>
    public string Newer { get; }

    /// <summary>Everything that changed: what owes the largest step first.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>What the change is by itself: the largest of all.</summary>
    public SemVerStep Step => this.Changes.Count == 0 ? SemVerStep.None : this.Changes[0].Step;

    /// <summary>The step of the number that is owed; below 1.0.0 a smaller one than <see cref="Step"/>.</summary>
    public SemVerStep OwedStep => VersionNumber.Owed(this.Older, this.Step);

    /// <summary>The step that the newer number takes.</summary>
    public SemVerStep StepTaken => VersionNumber.Between(this.Older, this.Newer);

    /// <summary>Whether the number says as much as changed.</summary>
    public bool IsEnough => this.StepTaken >= this.OwedStep;

    /// <summary>The lowest number that would.</summary>
    public string Next => VersionNumber.Next(this.Older, this.OwedStep);

    /// <summary>Compares two versions of one tool.</summary>
    /// <param name="older">The earlier one.</param>
    /// <param name="newer">The later one.</param>
    /// <param name="runs">Samples of the older one, run with the newer one; one that is not among them is looked for among the samples of the newer one.</param>
    public static VersionChange Between(StoredVersion older, StoredVersion newer, IReadOnlyList<SampleRun>? runs = null)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return Compare(new(older.Version, older.Spec, older.Evidence), new(newer.Version, newer.Spec, newer.Evidence), runs);
    }

    /// <summary>The same for a version that no registry has yet.</summary>
    /// <param name="older">The earlier one.</param>
    /// <param name="newer">The later one; its evidence says the number, <see cref="NewVersion.Earlier"/> what came of the samples before.</param>
    public static VersionChange Between(StoredVersion older, NewVersion newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return Compare(new(older.Version, older.Spec, older.Evidence), new(newer.Evidence.Version ?? "", newer.Spec, newer.Evidence), newer.Earlier);
    }

    private static VersionChange Compare(ComparedVersion older, ComparedVersion newer, IReadOnlyList<SampleRun>? runs)
    {
        var changes = new List<Change>();
        if (older.Spec is { } before && newer.Spec is { } after) changes.AddRange(SpecComparison.Of(before, after, older.Evidence, newer.Evidence));
        else changes.Add(new(ChangedPart.Kind, SemVerStep.Major, "", $"the spec of {(older.Spec is null ? older.Version : newer.Version)} can't be read by this version of ToolGen, so nothing can be compared"));
        changes.AddRange(CapabilityComparison.Of(older.Evidence.Capabilities.Declared, newer.Evidence.Capabilities.Declared));
        changes.AddRange(SampleComparison.Of(older.Evidence, newer.Evidence, runs ?? []));
        return new(older.Version, newer.Version, [.. changes.OrderByDescending(change => change.Step).ThenBy(change => change.Part)]);
    }

    /// <summary>A version as it is compared.</summary>
    private sealed class ComparedVersion(string version, string spec, ToolEvidence evidence)
    {
        public string Version => version;

        public ToolEvidence Evidence => evidence;

        public ToolSpec? Spec { get; } = SpecReader.Read("spec", Encoding.UTF8.GetBytes(spec)).Spec;
    }
}
