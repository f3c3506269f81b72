using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen try PATH…</c></summary>
internal static class TryCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<bool> Json = GlobalOptions.Json();
    private static readonly Option<bool> Confirm = new("--confirm") { Description = "Show, for each output \"?\", the line to paste once you have checked it. A person confirms; nothing is written." };

    private static readonly Option<bool> Record = new("--record") { Description = "Run samples whose effects are not recorded with real ones (--grants), and write what they got into their given; secrets are masked." };
    private static readonly Option<bool> Worth = GlobalOptions.Worth();
    private static readonly Option<string?> Grants = GrantsOption.Create();

    public static Command Create()
    {
        var command = new DocumentedCommand("try", "Run every sample (examples and NAME.tests.json) in the sandbox.",
            "toolgen try tools", "toolgen try tools/check_iban.tool.json --json", "toolgen try tools --confirm", "toolgen try tools/find_books.tool.json --record --grants toolgen.json")
        {
            Paths, Json, Confirm, Record, Worth, Grants, KindsOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var host = GrantsOption.Of(parsed, Grants);
        await using var sandbox = OpeningSandbox.Begin(host.Require(terminal));
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var effects = parsed.GetValue(Record) ? host.Effects(terminal) ?? throw new UsageException("--record needs grants: name them with --grants FILE, or write toolgen.json here") : null;
        var kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        ForgedSet tried;
        if (parsed.GetValue(Json))
        {
            using var progress = new ForgeProgress(terminal, set.Inputs.Count);
            tried = await Route.GoAsync(new Forge.Forge(progress) { Kinds = kinds, Packages = host.Packages }, set.Inputs, sandbox, parsed.GetValue(Worth), cancellationToken);
            JsonOutput.Write(terminal.Out, json => ToolJson.Set(json, tried.Tools, set.Findings));
        }
        else
        {
            tried = await StationTable.ShowAsync(terminal, set.Inputs, watcher => Route.GoAsync(new Forge.Forge(watcher) { Kinds = kinds, Packages = host.Packages }, set.Inputs, sandbox, parsed.GetValue(Worth), cancellationToken), parsed.GetValue(Worth));
            FindingText.Write(terminal.Out, set.Findings.Concat(tried.Tools.SelectMany(tool => tool.Findings)), terminal.ColorOut);
            if (parsed.GetValue(Worth)) ShowWorth(terminal, tried.Tools);
            if (parsed.GetValue(Confirm)) ShowAnswers(terminal, tried.Tools);
        }

        Summarize(terminal, tried.Tools);
        if (effects is not null) return await SampleRecording.RunAsync(terminal, tried, effects, await sandbox.ReadyAsync(), cancellationToken);
        return tried.Tools.Any(tool => tool.HasErrors) || set.Findings.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static void ShowWorth(Terminal terminal, IReadOnlyList<ForgedTool> tools)
    {
        foreach (var tool in tools)
        {
            if (tool.Worth is not { } worth) continue;
            terminal.Out.WriteLine(worth.Mutants == 0
                ? $"{tool.Name}: no change of its code could be tried"
                : $"{tool.Name}: its samples notice {worth.Mutants - worth.Survivors.Count} of {worth.Mutants} changes of its code");
        }
    }

    private static void ShowAnswers(Terminal terminal, IReadOnlyList<ForgedTool> tools)
    {
        foreach (var sample in tools.SelectMany(tool => tool.Samples).Where(sample => sample.Result is { Outcome: RunOutcome.Unconfirmed, Output: not null }))
            terminal.Out.WriteLine(Printable.Of($"{sample.Place}: when you have checked it by other means, write \"output\": {sample.Result.Output}"));
    }

    private static void Summarize(Terminal terminal, IReadOnlyList<ForgedTool> tools)
    {
        var samples = tools.SelectMany(tool => tool.Samples).ToArray();
        int Count(params RunOutcome[] outcomes) => samples.Count(sample => outcomes.Contains(sample.Result.Outcome));
        terminal.Note($"{tools.Count} specs, {samples.Length} samples: {Count(RunOutcome.Passed)} passed, "
            + $"{Count(RunOutcome.Failed, RunOutcome.TimedOut, RunOutcome.Crashed)} failed, {Count(RunOutcome.Unconfirmed)} to confirm, {Count(RunOutcome.Unrecorded)} unrecorded");
    }
}
