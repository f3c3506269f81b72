using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox;
using ToolGen.Sandbox.Isolation;
using ToolGen.TestSupport.Escape;

namespace ToolGen.Benchmarks.Escape;

/// <summary>From the deadline of a call that does not end to the end of its process, and of all that it started.</summary>
internal sealed class EndTimes
{
    private const int Rounds = 10, RoundsBelow = 3;
    private const double MostMilliseconds = 50;

    private static readonly string[] Names = ["loop", "loop on all processors", "wait", "handler that swallows its end", "stop itself", "expression that looks back", "frame in drops"];

    public List<Claim> Claims { get; } = [];

    public string Figures { get; private set; } = "";

    public async Task RunAsync(IReadOnlyList<IsolationLevel> levels, TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("deadline to the end of the process, ms", "n", "median", "p95", "most");
        foreach (var level in levels)
        {
            var times = new List<double>();
            await using var world = new EscapeWorld();
            foreach (var name in Names)
                for (var round = level == levels.Max() ? Rounds : RoundsBelow; round > 0; round--) times.Add(await TimeAsync(world, level, Attempt.Of(name), cancellationToken));
            times.Sort();
            var (median, late, most) = (times[times.Count / 2], times[times.Count * 95 / 100], times[^1]);
            table.Add(level.ToString(), Text($"{times.Count}"), Text($"{median:0.0}"), Text($"{late:0.0}"), Text($"{most:0.0}"));
            if (level != levels.Max()) continue;
            this.Figures = Text($"{median:0} ms from a deadline to the end of the process (n {times.Count}, p95 {late:0}, most {most:0})");
            this.Claims.Add(new(Text($"a process has ended {MostMilliseconds} ms after the deadline of its call, median"), Text($"{median:0.0} ms"), median <= MostMilliseconds));
            this.Claims.Add(new(Text($"and so at worst"), Text($"{most:0.0} ms of {times.Count}"), most <= MostMilliseconds, IsAim: true));
        }

        table.Print(output);
    }

    private static async Task<double> TimeAsync(EscapeWorld world, IsolationLevel level, Attempt attempt, CancellationToken cancellationToken)
    {
        var seen = new SeenProcesses(Launchers.At(level));
        await using var runner = new EscapeRunner(world, seen, blank: 0);
        SandboxRun? run = null;
        var told = 0L;
        runner.Ran = one => (run, told) = (one, Stopwatch.GetTimestamp());

        // Told by the worker's own process, which is gone before anybody hears of its call's end, or soon after.
        await runner.RunAsync(attempt, cancellationToken);
        while (seen.IsRunning) await Task.Yield();
        var gone = Stopwatch.GetTimestamp();
        return (Stopwatch.GetElapsedTime(told, gone) + run!.Elapsed - attempt.Time).TotalMilliseconds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
