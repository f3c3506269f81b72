using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Cli.Statistics;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen stats</c></summary>
internal static class StatsCommand
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    private static readonly Option<string?> Html = new("--html") { HelpName = "FILE", Description = "Write one HTML file with plots; nothing in it is loaded from elsewhere." };
    private static readonly Option<bool> Alike = new("--alike") { Description = "Run the samples of each tool on those that seem to do the same, for at most a minute: advice then names those that pass them all." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("stats", "Print what the registry is worth: reuse, success, the health and safety of the library, advice.", "toolgen stats", "toolgen stats --html registry.html", "toolgen stats --alike --json")
        {
            Html, Alike, Json, RegistryOption.Option, KindsOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var stats = RegistryStats.Of(registry, parsed.GetValue(Alike) ? await AlikeAsync(parsed, terminal, registry, cancellationToken) : []);
        if (parsed.GetValue(Html) is { } file)
        {
            using var batch = new FileBatch();
            batch.Add(file, StatsHtml.Of(stats, registry.Options.Time.GetUtcNow()));
            batch.Commit(cancellationToken);
            terminal.Note(file);
        }

        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => StatsJson.Write(json, stats));
        else StatsText.Write(terminal, stats);
        return ExitCode.Ok;
    }

    private static async Task<IReadOnlyList<ProvenAlike>> AlikeAsync(ParseResult parsed, Terminal terminal, IToolRegistry registry, CancellationToken cancellationToken)
    {
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        var forge = new RegistryForge(parsed, grants, terminal, sandbox, cancellationToken);
        await using var tools = new FoundTools(registry);
        var (clock, proven) = (Stopwatch.StartNew(), new List<ProvenAlike>());
        var newest = registry.List(ToolState.Approved, ToolState.Candidate).GroupBy(version => version.Name, StringComparer.OrdinalIgnoreCase).Select(versions => versions.First()).ToArray();
        foreach (var (version, index) in newest.Select((version, index) => (version, index)))
        {
            if (clock.Elapsed > LongestRun)
            {
                terminal.Note($"after a minute the samples of {index} of {newest.Length} tools were run on others");
                break;
            }

            proven.AddRange(await SimilarTools.ProvenAsync(registry, forge, version, await SimilarTools.LikelyAsync(registry, tools, version, cancellationToken), cancellationToken));
        }

        return proven;
    }
}
