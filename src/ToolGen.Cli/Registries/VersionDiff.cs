using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Cli.Output;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Registries;

/// <summary>Two versions beside one another.</summary>
internal static class VersionDiff
{
    /// <summary>What changed, what it owes, then the texts.</summary>
    public static string Of(StoredVersion older, StoredVersion newer, VersionChange change)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{newer.Name} {older.Version} ({Words.Of(older.State)}) → {newer.Version} ({Words.Of(newer.State)}): {Step(change)}\n"));
        foreach (var one in change.Changes) text.Append("  ").Append(one).Append('\n');
        return text.Append('\n').Append(Texts(older, newer)).ToString();
    }

    /// <summary>The texts as unified diffs; lines of capabilities too.</summary>
    public static string Texts(StoredVersion older, StoredVersion newer) =>
        UnifiedDiff.Of("capabilities", Lines(older), Lines(newer))
        + UnifiedDiff.Of(newer.Name + SpecSet.Extension, older.Spec, newer.Spec)
        + UnifiedDiff.Of(newer.Name + ".tool.cs", older.Companion ?? "", newer.Companion ?? "")
        + UnifiedDiff.Of(newer.Name + ".tests.json", older.Tests ?? "", newer.Tests ?? "");

    /// <summary>What is owed and what is taken.</summary>
    public static string Step(VersionChange change)
    {
        var owed = change.OwedStep == SemVerStep.None ? "nothing is owed" : $"a {Word(change.OwedStep)} step is owed{(change.OwedStep == change.Step ? "" : " (below 1.0.0)")}";
        var taken = change.StepTaken == SemVerStep.None ? "none is taken" : $"a {Word(change.StepTaken)} one is taken";
        return $"{owed}, {taken}{(change.IsEnough ? "" : $": too small, {change.Next} would do")}";
    }

    private static string Word(SemVerStep step) => step.ToString().ToLowerInvariant();

    private static string Lines(StoredVersion version) => string.Concat(version.Capabilities.Order(StringComparer.Ordinal).Select(line => line + "\n"));
}
