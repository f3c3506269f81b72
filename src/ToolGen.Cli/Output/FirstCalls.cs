using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Output;

/// <summary>Each tool called with its first example, for a person to see that it answers.</summary>
internal static class FirstCalls
{
    /// <summary>Those of tools that have an example.</summary>
    public static IReadOnlyList<ToolCall> Of(IEnumerable<ForgedTool> tools, int most) =>
        [.. tools.Where(tool => tool.Spec!.Examples.Count > 0).Take(most).Select(tool => new ToolCall(tool, JsonWriter.Compact(tool.Spec!.Examples[0].Input)))];

    /// <summary>Calls and prints; answers how many gave an output.</summary>
    public static async Task<int> ShowAsync(Terminal terminal, ForgedSet set, IReadOnlyList<ToolCall> calls, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        if (calls.Count == 0) return 0;
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

    private static string Cut(string text, int width) => ShownText.Cut(text, Math.Max(2, width));
}
