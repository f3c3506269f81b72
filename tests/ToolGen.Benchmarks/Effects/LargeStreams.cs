using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks.Effects;

/// <summary>Files of 1 GiB that the measurement makes, as a tool reads them and as a loop by hand does: throughput, and the most that lay on the heap meanwhile.</summary>
internal static class LargeStreams
{
    private const int Mebibytes = 1024, Pairs = 3;

    /// <summary>Prints the table.</summary>
    /// <returns>One figure a format.</returns>
    public static IReadOnlyList<string> Run(TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("1 GiB, top 10", "by hand MiB/s", "tool MiB/s", "ratio", "by hand heap MiB", "tool heap MiB");
        var figures = new List<string>();
        foreach (var format in new[] { "csv", "jsonl" }) figures.Add(MeasureAsync(table, format, cancellationToken).AsTask().GetAwaiter().GetResult());
        output.WriteLine();
        output.WriteLine($"median of {Pairs} pairs in turn; csv by CsvHelper, jsonl by Utf8JsonReader; heap: the most that was live or not yet collected, looked at every 20 ms");
        table.Print(output);
        return figures;
    }

    private static async ValueTask<string> MeasureAsync(Table table, string format, CancellationToken cancellationToken)
    {
        var row = new StreamingRow(format, Mebibytes);
        await using (row)
        {
            await row.PrepareAsync(cancellationToken);
            var (bare, guarded) = (new Series(), new Series());
            var (bareHeap, guardedHeap) = (0L, 0L);
            for (var i = 0; i < Pairs; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var expected = 0L;
                bareHeap = Math.Max(bareHeap, await HeapOf(async () => expected = await bare.TimeAsync(() => row.BareAsync(cancellationToken))));
                var got = 0L;
                guardedHeap = Math.Max(guardedHeap, await HeapOf(async () => got = await guarded.TimeAsync(() => row.GuardedAsync(cancellationToken))));
                if (expected != got) throw new InvalidOperationException($"{row.Name}: tool and loop do not find the same: {got} and {expected}");
            }

            var ratio = string.Create(CultureInfo.InvariantCulture, $"{guarded.Median / bare.Median:0.00}×");
            table.Add(format, Throughput(bare), Throughput(guarded), ratio, Mib(bareHeap), Mib(guardedHeap));
            var figure = $"{format} 1 GiB {Throughput(guarded)} MiB/s ({ratio} by hand), heap {Mib(guardedHeap)} MiB";
            Console.Error.WriteLine(figure);
            return figure;
        }
    }

    private static string Throughput(Series series) => string.Create(CultureInfo.InvariantCulture, $"{Mebibytes / (series.Median / 1_000):0}");

    private static string Mib(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0}");

    /// <summary>The highest of the heap while something runs, above what lay there before.</summary>
    private static async Task<long> HeapOf(Func<Task> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = before;
        using var timer = new Timer(_ => highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);
        await work();
        return highest - before;
    }
}
