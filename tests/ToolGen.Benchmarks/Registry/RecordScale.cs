using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Benchmarks.Retrieval;
using ToolGen.Registry;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Registry;

/// <summary>A million records: how many a second are written, each answered when it is safe, and how long it takes to verify all of them.</summary>
internal sealed class RecordScale : IScalePart
{
    private const int Records = 1_000_000, Versions = 100, Callers = 50, Writers = 2_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public string Name => "records";

    public (string Figures, IReadOnlyList<Claim> Claims) Run(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-scale-").FullName;
        try
        {
            return RunAsync(folder, output, cancellationToken).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string Figures, IReadOnlyList<Claim> Claims)> RunAsync(string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var options = MadeVersions.OptionsIn(folder);
        var start = Stopwatch.GetTimestamp();
        await using (var registry = await SqliteRegistry.OpenAsync(options, cancellationToken))
        {
            var ids = new string[Versions];
            for (var i = 0; i < Versions; i++) ids[i] = (await registry.AddAsync(MadeVersions.Of($"tool_{i}"), "maker", cancellationToken)).Id;
            var next = -1;
            start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
                async () =>
                {
                    for (int i; (i = Interlocked.Increment(ref next)) < Records;)
                        await registry.AppendAsync("called", "agent-" + (i % Callers), Body(ids[i % Versions], i), cancellationToken);
                },
                cancellationToken)));
        }

        var writing = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        var busy = Environment.CpuUsage.TotalTime;
        var report = RegistryVerifier.Verify(options, cancellationToken: cancellationToken);
        var verifying = Stopwatch.GetElapsedTime(start);
        busy = Environment.CpuUsage.TotalTime - busy;
        GC.Collect();
        var bytes = new FileInfo(Path.Combine(options.Folder, "registry.db")).Length;
        var rate = Records / writing.TotalSeconds;
        var table = new Table("records", "file, MB", "written a second", "verified in, s", "of the processors, s", "checkpoints", "peak memory, MB");
        table.Add(Text(report.Records, "#,##0"), Text(bytes / 1e6, "0"), Text(rate, "#,##0"), Text(verifying.TotalSeconds, "0.00"), Text(busy.TotalSeconds, "0.00"), Text(report.Checkpoints, "0"), Text(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "0"));
        output.WriteLine();
        table.Print(output);
        foreach (var problem in report.Problems.Take(10)) output.WriteLine(problem);
        return ($"{report.Records:#,##0} records written at {Text(rate, "#,##0")} a second, verified in {Text(verifying.TotalSeconds, "0.0")} s",
        [
            new($"{Records:#,##0} records are verified in {Limit.TotalSeconds:0} s", $"{Text(verifying.TotalSeconds, "0.0")} s", verifying <= Limit && report.IsClean && report.Records > Records),
            new("several thousand records are written a second, each safe when it is answered", $"{Text(rate, "#,##0")} a second", rate >= 3_000),
        ]);
    }

    // As a host writes it.
    private static string Body(string id, int i) =>
        $$"""{"id":"{{id}}","call":"{{i:x32}}","tool":"tool_{{i % Versions}}","version":"1.0.0","fault":"{{(i % 97 == 0 ? "tool" : "none")}}","us":{{1_000 + (i % 700)}},"place":"sandbox","in":9,"out":11,"shape":"{n:number}","sha256":"{{id}}"}""";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
