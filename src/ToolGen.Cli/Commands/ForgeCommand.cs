using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen forge PATH…</c>: everything, live.</summary>
internal static class ForgeCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<int> Calls = new("--calls") { HelpName = "N", Description = "How many of the tools are called at the end, each with its first example. All where it is left out.", DefaultValueFactory = _ => int.MaxValue };

    public static Command Create()
    {
        Calls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0) result.AddError("--calls takes a number from 0.");
        });
        var command = new DocumentedCommand("forge", "Take specs through every station, live, then call each tool and print what it answers.",
            "toolgen forge tools", "toolgen forge tests/Specs --calls 5")
        {
            Paths, Calls, KindsOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var terminal = parsed.Terminal();
        await using var opening = OpeningSandbox.Begin(GrantsOption.Require(GrantsOption.FileHere, terminal));
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        var forged = await StationTable.ShowAsync(terminal, set.Inputs, async watcher =>
        {
            var forge = new Forge.Forge(watcher) { Kinds = kinds, Packages = GrantsOption.Packages(GrantsOption.FileHere) };
            var made = await Task.Run(() => forge.Make(set.Inputs, cancellationToken), cancellationToken);
            return await forge.TryAsync(made, await opening.ReadyAsync(), cancellationToken);
        });

        var findings = set.Findings.Concat(forged.Tools.SelectMany(tool => tool.Findings)).ToArray();
        if (findings.Length > 0) terminal.Out.WriteLine();
        FindingText.Write(terminal.Out, findings, terminal.ColorOut);

        var called = forged.Tools.Where(tool => tool.IsRunnable && !tool.HasErrors && tool.Spec!.Examples.Count > 0).Take(parsed.GetValue(Calls)).ToArray();
        var answers = await CallAsync(terminal, forged, called, await opening.ReadyAsync(), cancellationToken);
        terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"{forged.Tools.Count} specs, {forged.Tools.Count(tool => tool.IsCompiled)} compiled, {forged.Tools.Sum(tool => tool.Samples.Count)} samples, {answers} calls answered, {clock.Elapsed.TotalSeconds:0.0} s"));
        return findings.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static async Task<int> CallAsync(Terminal terminal, ForgedSet set, IReadOnlyList<ForgedTool> tools, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var calls = tools.Select(tool => new ToolCall(tool, JsonWriter.Compact(tool.Spec!.Examples[0].Input))).ToArray();
        if (calls.Length == 0) return 0;
        var console = terminal.Tables();
        terminal.Out.WriteLine();
        if (!terminal.IsLive) terminal.Out.WriteLine("Calls");
        else console.Write(new Rule("[bold]Calls[/]").LeftJustified().RuleStyle("grey"));
        var answered = 0;
        await Forge.Forge.CallAsync(set, calls, sandbox, null, (index, result) =>
        {
            if (result.Outcome == RunOutcome.Passed) answered++;
            Print(terminal, console, calls[index], result);
        }, cancellationToken);
        return answered;
    }

    /// <summary>A call on one line, its answer on the next; both cut where the terminal ends.</summary>
    private static void Print(Terminal terminal, IAnsiConsole console, ToolCall call, RunResult result)
    {
        var width = Math.Max(40, console.Profile.Width);
        var time = string.Create(CultureInfo.InvariantCulture, $"{result.Milliseconds:0.0} ms");
        var answer = Printable.Of(result.Output ?? string.Join("; ", result.Errors.Select(error => $"{error.Code}: {error.Message}")));
        var ask = Printable.Of(call.Arguments);
        var (bold, good, dim, end) = terminal.ColorOut ? ("\e[1m", result.Output is null ? "\e[31m" : "\e[32m", "\e[90m", "\e[0m") : ("", "", "", "");
        terminal.Out.WriteLine($"{bold}{call.Tool.Name}{end} {Cut(ask, width - call.Tool.Name.Length - 1)}");
        terminal.Out.WriteLine($"  {good}{Cut(answer, width - time.Length - 4)}{end}  {dim}{time}{end}");
    }

    private static string Cut(string text, int width)
    {
        if (text.Length <= width) return text;
        var end = Math.Max(1, width - 1);
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
