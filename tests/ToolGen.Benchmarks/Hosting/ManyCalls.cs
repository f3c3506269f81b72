using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Hosting;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>1,000 calls at once of a tool that waits 10 ms: all of them running together, and no more than a limit lets in.</summary>
internal sealed class ManyCalls
{
    private const int Calls = 1_000, Rounds = 10;
    private static readonly int[] Limits = [1_000, 100];

    public List<Claim> Claims { get; } = [];

    public string Figures { get; private set; } = "";

    public async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("1,000 calls at once, 10 ms each; ms", "n", "all answered after", "with an output", "most at once");
        foreach (var limit in Limits) await this.MeasureAsync(table, limit, cancellationToken);
        output.WriteLine();
        table.Print(output);
    }

    private async Task MeasureAsync(Table table, int limit, CancellationToken cancellationToken)
    {
        var tool = new WaitingTool("waits", token => Task.Delay(10, token));
        await using var host = new ToolHost(Grants.None, new() { Records = null, MaximumCalls = limit });
        host.Add(new ToolCatalog(tool));
        var times = new Series();
        var answered = int.MaxValue;
        for (var round = 0; round <= Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round1 = new Series();
            var results = await round1.TimeAsync(async () => await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(async () => await host.CallAsync("waits", default, ToolCaller.Application, cancellationToken)))));
            answered = Math.Min(answered, results.Count(result => !result.IsError));

            // The first one warms up; its answers count all the same.
            if (round > 0) times.Add(round1.Last);
        }

        table.Add($"at most {limit}", Text(times.Count), times.ToString(), $"{answered} of {Calls}", Text(tool.Most));
        this.Claims.Add(new($"all of {Calls} calls at once are answered, at most {limit} running", $"{answered} in the worst round", answered == Calls));
        this.Claims.Add(new($"no more than {limit} run at once", $"{tool.Most}", tool.Most <= limit));
        this.Figures += string.Create(CultureInfo.InvariantCulture, $"{(this.Figures.Length > 0 ? ", " : "")}{Calls} at once {times.Median:0.0} ms at a limit of {limit}");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
