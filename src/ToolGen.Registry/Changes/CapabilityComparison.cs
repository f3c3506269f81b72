using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Changes;

/// <summary>What a tool may do more or less: more is looked at by a person, whatever it is.</summary>
internal static class CapabilityComparison
{
    public static IEnumerable<Change> Of(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        foreach (var line in newer.Where(line => !IsCovered(line, older)))
            yield return new(ChangedPart.Capabilities, SemVerStep.Major, "/capabilities", $"it may now {Words(line)}: a person has to look");
        foreach (var line in older.Where(line => !IsCovered(line, newer)))
            yield return new(ChangedPart.Capabilities, SemVerStep.Patch, "/capabilities", $"it may no longer {Words(line)}");
    }

    private static bool IsCovered(string line, IReadOnlyList<string> by) =>
        by.Contains(line) || (Capability.TryParse(line) is { } capability && CapabilitySet.Of(by).Allows(capability));

    private static string Words(string line) => Capability.TryParse(line)?.Words ?? line;
}
