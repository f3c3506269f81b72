using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Registry.Changes;
using ToolGen.Server;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen add PATH…</c></summary>
internal static class AddCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("add", "Take specs through every station and into the registry, as candidates that a person then looks at.",
            "toolgen add tools", "toolgen add tools/check_iban.tool.json --registry shared/registry --json")
        {
            Paths, Json, ForgeOptions.Author, ForgeOptions.TestsAuthor, KindsOption.Option, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        var specs = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var forge = new RegistryForge(parsed, grants, terminal, sandbox, cancellationToken) { Authors = new(parsed.GetValue(ForgeOptions.Author), parsed.GetValue(ForgeOptions.TestsAuthor)) };
        await using var registry = await RegistryOption.OpenAsync(parsed, cancellationToken);
        var inputs = StepSpecs.WithSteps(registry, specs.Inputs);

        IReadOnlyList<ToolEvidence> evidence = [];
        ForgedSet set;
        if (parsed.GetValue(Json))
        {
            using var progress = new ForgeProgress(terminal, inputs.Count);
            (set, evidence) = await forge.ForgeAsync(inputs, progress, cancellationToken);
        }
        else
        {
            set = await StationTable.ShowAsync(terminal, inputs, async watcher =>
            {
                (var forged, evidence) = await forge.ForgeAsync(inputs, watcher, cancellationToken);
                return forged;
            }, weighs: true);
        }

        // What is added here is a candidate: among those that are approved nothing changes meanwhile.
        await using var tools = new FoundTools(registry);
        var added = new List<AddedTool>();
        for (var i = 0; i < specs.Inputs.Count; i++) added.Add(await AddAsync(registry, tools, forge, set, i, evidence[i], inputs, cancellationToken));
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => AddedTool.Write(json, added, specs.Findings));
        else Show(terminal, added, specs.Findings);
        return added.All(one => one.Version is not null) && specs.Findings.All(finding => finding.Severity != FindingSeverity.Error) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<AddedTool> AddAsync(
        IToolRegistry registry, FoundTools tools, RegistryForge forge, ForgedSet set, int index, ToolEvidence evidence, IReadOnlyList<SpecInput> inputs, CancellationToken cancellationToken)
    {
        var tool = set.Tools[index];
        if (tool.HasErrors) return new(tool, null, "it has errors");
        if (!evidence.IsSound) return new(tool, null, tool.Samples.Count == 0 ? "it has no sample that can be run here" : "not every sample passed");
        var version = tool.ToVersion(evidence);
        if (StepRule.Before(tool.Spec!.Version, registry.History(tool.Name)) is { } older && !VersionChange.Between(older, version).IsEnough)
        {
            version = version with { Earlier = await EarlierSamples.RunAsync(older, evidence, tool.Input, inputs, forge, cancellationToken) };
            if (VersionChange.Between(older, version).IsEnough) version = await KeepAsync(older, version, tool, inputs, forge, cancellationToken);
        }

        try
        {
            var stored = await registry.AddAsync(version, RegistryOption.By, cancellationToken);
            return new(tool, stored, null) { Alike = await AlikeAsync(registry, tools, forge, stored, cancellationToken) };
        }
        catch (RegistryException refused) when (refused.Fault is RegistryFault.StepTooSmall or RegistryFault.NumberTaken or RegistryFault.NotSound or RegistryFault.State)
        {
            return new(tool, null, refused.Message);
        }
    }

    // Advice: the candidate stands, whatever does the same.
    private static async Task<IReadOnlyList<(StoredVersion Version, int Samples)>> AlikeAsync(IToolRegistry registry, FoundTools tools, RegistryForge forge, StoredVersion version, CancellationToken cancellationToken)
    {
        if (version.State != ToolState.Candidate) return [];
        var likely = await SimilarTools.LikelyAsync(registry, tools, version, cancellationToken);
        return [.. (await SimilarTools.ProvenAsync(registry, forge, version, likely, cancellationToken)).Select(one => (likely!.Value.Others.First(other => other.Id == one.Other), one.Samples))];
    }

    // What was left out passes: it stays among the held-out samples, so that the version after this one is held to it too.
    private static async Task<NewVersion> KeepAsync(StoredVersion older, NewVersion version, ForgedTool tool, IReadOnlyList<SpecInput> inputs, RegistryForge forge, CancellationToken cancellationToken)
    {
        var kept = EarlierSamples.Kept(older, version.Evidence, tool);
        if (ReferenceEquals(kept, tool.Input)) return version;
        var all = inputs.Select(input => ReferenceEquals(input, tool.Input) ? kept : input).ToArray();
        var (set, evidence) = await forge.ForgeAsync(all, null, cancellationToken);
        var index = System.Array.IndexOf(all, kept);
        return evidence[index].IsSound ? set.Tools[index].ToVersion(evidence[index]) with { Earlier = version.Earlier } : version;
    }

    private static void Show(Terminal terminal, IReadOnlyList<AddedTool> added, IReadOnlyList<Finding> searching)
    {
        FindingText.Write(terminal.Out, searching.Concat(added.SelectMany(one => one.Tool.Findings)), terminal.ColorOut);
        foreach (var one in added)
        {
            terminal.Out.WriteLine(Printable.Of(one.Version is { } version
                ? $"{version.Name} {version.Version} {Words.Of(version.State)} {version.Id}"
                : $"{one.Tool.Name} refused: {one.Why}"));
            foreach (var (other, samples) in one.Alike) terminal.Out.WriteLine(Printable.Of($"  {other.Name} {other.Version}, which is approved, passes all {samples} samples of it"));
        }

        var candidates = added.Count(one => one.Version?.State == ToolState.Candidate);
        terminal.Note($"{Words.Count(candidates, "candidate")}, {added.Count(one => one.Version is null)} refused" + (candidates > 0 ? "; `toolgen review` shows what a person looks at" : ""));
    }
}
