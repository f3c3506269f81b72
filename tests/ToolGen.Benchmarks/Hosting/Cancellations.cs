using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Hosting;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>From the caller's cancellation to its answer, for a tool that listens to it and for one that does not; both while nothing else and while 500 other calls run.</summary>
internal sealed class Cancellations
{
    private const int Calls = 300, Others = 500;

    public List<Claim> Claims { get; } = [];

    public string Figures { get; private set; } = "";

    public async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("cancellation to answer, ms", "n", "median", "p99", "most", "ended");
        using var over = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var listens = new WaitingTool("listens", token => Task.Delay(Timeout.Infinite, token));
        var deaf = new WaitingTool("deaf", _ => never.Task);
        await using var host = new ToolHost(Grants.None, new() { Records = null });
        host.Add(new ToolCatalog(deaf, listens));
        await this.MeasureAsync(table, host, "listens", "a tool that listens", cancellationToken);
        await this.MeasureAsync(table, host, "deaf", "a tool that does not", cancellationToken);
        never.SetResult();
        await NoneAsync(deaf);
        var others = new List<Task<ToolResult>>();
        for (var i = 0; i < Others; i++) others.Add(host.CallAsync("listens", default, ToolCaller.Application, over.Token).AsTask());
        await this.MeasureAsync(table, host, "listens", $"beside {Others} others", cancellationToken);
        await over.CancelAsync();
        await Task.WhenAll(others);
        await NoneAsync(listens);
        this.Claims.Add(new("canceled calls hold no turn once their tool has ended", $"{listens.Running + deaf.Running} run", listens.Running + deaf.Running == 0));
        output.WriteLine();
        table.Print(output);
    }

    private async Task MeasureAsync(Table table, ToolHost host, string tool, string name, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var ended = 0;
        for (var i = 0; i < Calls; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var stop = new CancellationTokenSource();
            var call = AnsweredAsync(host, tool, stop.Token);
            var start = Stopwatch.GetTimestamp();
            stop.Cancel();
            var (result, end) = await call.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start, end).TotalMilliseconds);
            if (result.IsError && result.Errors[0].Code == ToolErrorCodes.Canceled) ended++;
        }

        times.Sort();
        var (median, high) = (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
        table.Add(name, Text(times.Count, "0"), Text(median), Text(high), Text(times[^1]), $"{ended} of {Calls}");
        this.Claims.Add(new($"a canceled call ends: {name}", $"{ended} of {Calls}", ended == Calls));
        this.Figures += $"{(this.Figures.Length > 0 ? ", " : "canceled, median and p99: ")}{name} {Text(median)} and {Text(high)} ms";
    }

    private static async Task<(ToolResult Result, long End)> AnsweredAsync(ToolHost host, string tool, CancellationToken cancellationToken)
    {
        var result = await host.CallAsync(tool, default, ToolCaller.Application, cancellationToken).ConfigureAwait(false);
        return (result, Stopwatch.GetTimestamp());
    }

    private static async Task NoneAsync(WaitingTool tool)
    {
        for (var start = Stopwatch.GetTimestamp(); tool.Running > 0 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10);) await Task.Delay(5);
    }

    private static string Text(double value, string format = "0.000") => value.ToString(format, CultureInfo.InvariantCulture);
}
