using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Changes;

/// <summary>A number says at least as much as changed: what a registry holds a version to before others can find it.</summary>
public static class StepRule
{
    /// <summary>How many changes a refusal names.</summary>
    private const int Named = 5;

    /// <summary>The version that a new one is measured by: the highest release below it that others can or could have used, proposed ones too; null: nothing was promised.</summary>
    /// <param name="version">The new one's number.</param>
    /// <param name="history">All versions of its name.</param>
    public static StoredVersion? Before(string version, IEnumerable<StoredVersion> history) => Before(version, history, static one => one.State, static one => one.Version);

    /// <summary>The lowest number that takes a step.</summary>
    /// <param name="version">From there.</param>
    /// <param name="step">The step.</param>
    public static string Next(string version, SemVerStep step) => VersionNumber.Next(version, step);

    /// <summary>Refuses a version whose number says less than changed.</summary>
    /// <param name="newer">The new one.</param>
    /// <param name="history">All versions of its name.</param>
    /// <exception cref="RegistryException"><see cref="RegistryFault.StepTooSmall"/>.</exception>
    public static void Require(NewVersion newer, IEnumerable<StoredVersion> history)
    {
        ArgumentNullException.ThrowIfNull(newer);
        if (Before(newer.Evidence.Version ?? "", history) is { } older) Require(older, newer);
    }

    /// <summary>Refuses a change whose number says less than changed.</summary>
    /// <exception cref="RegistryException"><see cref="RegistryFault.StepTooSmall"/>.</exception>
    public static void Require(VersionChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.IsEnough) return;
        var owing = change.Changes.Where(one => VersionNumber.Owed(change.Older, one.Step) > change.StepTaken).ToArray();
        var more = owing.Length > Named ? $", and {owing.Length - Named} more" : "";
        throw new RegistryException(
            RegistryFault.StepTooSmall,
            $"from {change.Older} to {change.Newer} is {Step(change.StepTaken)}, and what changed owes a {Change.Word(change.OwedStep)} one: give it the version {change.Next}, or take back "
            + string.Join("; ", owing.Take(Named).Select(one => $"{one.Pointer} ({one.Sentence})")) + more);
    }

    /// <summary>The same, where the version before is known.</summary>
    internal static void Require(StoredVersion older, NewVersion newer) => Require(VersionChange.Between(older, newer));

    /// <summary><see cref="Before(string, IEnumerable{StoredVersion})"/> for whatever stands for versions.</summary>
    internal static T? Before<T>(string version, IEnumerable<T> history, Func<T, ToolState> state, Func<T, string> number)
        where T : class
    {
        var lower = history
            .Where(one => state(one) is not (ToolState.Session or ToolState.Rejected) && VersionNumber.IsRelease(number(one)) && VersionRange.Compare(number(one), version) < 0)
            .OrderByDescending(number, Comparer<string>.Create(VersionRange.Compare)).ToArray();

        // What was taken back for good counts where nothing else does: those who used it still know it.
        return lower.FirstOrDefault(one => state(one) != ToolState.Revoked) ?? lower.FirstOrDefault();
    }

    private static string Step(SemVerStep step) => step == SemVerStep.None ? "no step" : $"a {Change.Word(step)} step";
}
