using System;
using System.Globalization;
using System.IO;
using System.Threading;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Benchmarks.Forging;

/// <summary>How long it takes from a spec to a tried tool, in a process that waits and as a command, beside what else turns text into a tried function; and what the sandbox adds.</summary>
internal sealed class ForgeMeasurement : IMeasurement
{
    private const double MostWarm = 150, MostCold = 2_000, LeastTimes = 15, MostStart = 20, MostCall = 0.3;

    public string Name => "forge";

    public string Title => "a spec forged, warm and as a command, beside dotnet run and Python; what the sandbox adds to a start and to a call; memory of 1,000 tools";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        using var command = ColdCommand.Install(out var why);
        if (command?.Worker is not { } worker) return Verdict.Inconclusive(why);
        var table = new Table("milliseconds", "n", "median", "p95", "least");
        var cold = command.Measure(cancellationToken);
        Add(table, "toolgen try SPEC, a fresh process", cold);
        var starts = WorkerStarts.Measure(worker, cancellationToken);
        foreach (var (name, times) in starts) Add(table, name == starts[0].Name ? $"start of {name}" : $"start of a worker, {name}", times);
        var dotnet = OtherWays.DotnetRun(cancellationToken);
        Add(table, "dotnet run FILE, edited", dotnet);
        var python = OtherWays.Python(cancellationToken);
        if (python is not null) Add(table, "Python: a process, exec, three samples", python);

        var launcher = Launchers.Strongest(WorkerProgram.Here() with { Assembly = worker });
        using var sandbox = new OpenSandbox(new(new() { Launcher = launcher, Minimum = IsolationLevel.Process }));
        var warm = WarmForges.Measure(sandbox, cancellationToken);
        Add(table, "forge, warm: spec to three samples passed", warm.All);
        Add(table, "  read, generate, compile, inspect", warm.Made);
        Add(table, "  three samples and 20 made inputs in a new worker", warm.Tried);
        Add(table, "forge, warm, one straight after the other", warm.Straight);
        var calls = WarmCalls.Measure(sandbox.Value, cancellationToken);
        Add(table, "a call in the sandbox, warm", calls.Sandboxed);
        Add(table, "a call in process, warm", calls.InProcess);
        var memory = ResidentTools.Measure(sandbox.Value, cancellationToken);
        table.Print(output);
        output.WriteLine(Text($"{ResidentTools.Count} tools kept: {memory.Managed:0.0} MB of the managed heap, {memory.Resident:0} MB of this process; the {memory.Processes} workers that wait: {memory.Workers:0} MB"));

        var faster = dotnet.Median / warm.All.Median;
        var added = starts[^1].Times.Median - starts[1].Times.Median;
        var more = calls.Sandboxed.Median - calls.InProcess.Median;
        return new(
            Text($"warm {warm.All.Median:0} ms (p95 {warm.All.At(0.95):0}, n {warm.All.Count}), command {cold.Median:0} ms (n {cold.Count}), dotnet run {dotnet.Median:0} ms, Python {(python is null ? "not here" : Text($"{python.Median:0} ms"))}; start +{added:0.0} ms at {starts[^1].Name} (+{starts[^1].Times.Median - starts[0].Times.Median:0.0} beside a program of one byte), call +{more:0.000} ms, {memory.Managed * 1024 / ResidentTools.Count:0} kB a tool kept"),
            [
                new(Text($"at most {MostWarm} ms from a spec to three samples passed, median, warm"), Text($"{warm.All.Median:0.0} ms"), warm.All.Median <= MostWarm),
                new(Text($"at most {MostCold} ms for toolgen try SPEC in a fresh process, median"), Text($"{cold.Median:0} ms"), cold.Median <= MostCold),
                new(Text($"at least {LeastTimes} times as fast, warm, as dotnet run on an edited file"), Text($"{faster:0.0} times"), faster >= LeastTimes, IsAim: true),
                new(Text($"at most {MostStart} ms more for a worker at {starts[^1].Name} than for one at {starts[1].Name}, which nothing isolates, median"), Text($"{added:0.0} ms"), added <= MostStart),
                new(Text($"at most {MostCall} ms more than in process for a warm call, median"), Text($"{more:0.000} ms"), more <= MostCall),
            ]);
    }

    /// <summary>The whole takes minutes: each row is told when it is there.</summary>
    private static void Add(Table table, string name, Series times)
    {
        table.Add(name, Text($"{times.Count}"), Text($"{times.Median:0.00}"), Text($"{times.At(0.95):0.00}"), Text($"{times.Least:0.00}"));
        Console.Error.WriteLine(Text($"{name}: median {times.Median:0.00} ms, n {times.Count}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
