using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks.Effects;

/// <summary>What the guards of effects cost beside the same work without them, in one run and in turn.</summary>
internal sealed class EffectsMeasurement : IMeasurement
{
    private const double Aim = 1.1;

    public string Name => "effects";

    public string Title => "cost of guarded effects beside the bare libraries: requests, files, databases, streams";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine($"milliseconds: median (min–max); ratio: median (quartiles) of pairs in turn; {Environment.ProcessorCount} cores");
        var table = new Table("effect", "n", "bare", "guarded", "ratio");
        var claims = new List<Claim>();
        var figures = new List<string>();
        foreach (var row in Rows())
        {
            var pairs = MeasureAsync(row, cancellationToken).AsTask().GetAwaiter().GetResult();
            var ratio = pairs.Ratio.ToString(CultureInfo.InvariantCulture);
            table.Add(row.Name, pairs.Bare.Count.ToString(CultureInfo.InvariantCulture), pairs.Bare.ToString(), pairs.Guarded.ToString(), ratio);
            claims.Add(new($"{row.Name} costs at most {Aim.ToString(CultureInfo.InvariantCulture)} of the bare library", ratio, pairs.Ratio.Median <= Aim, IsAim: true));
            figures.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Name} {pairs.Ratio.Median:0.00}×"));
            Console.Error.WriteLine(figures[^1]);
        }

        table.Print(output);
        figures.AddRange(LargeStreams.Run(output, cancellationToken));
        return new(string.Join("; ", figures), claims);
    }

    /// <summary>One line a row.</summary>
    private static IEnumerable<IEffectsRow> Rows() =>
    [
        new HttpRow("http GET, 1 KiB", 1 << 10, 400),
        new HttpRow("http GET, 1 MiB", 1 << 20, 20),
        new FileReadRow("files read, 1 KiB", 1_000, 1 << 10),
        new FileReadRow("files read, 1 MiB", 64, 1 << 20),
        new FileWriteRow("files replaced, 64 KiB", 50, 64 << 10),
        new DataRow("sqlite query, 1 row", 1, 200),
        new DataRow("sqlite query, 1,000 rows", 1_000, 20),
        new StreamingRow("csv", 32),
        new StreamingRow("jsonl", 32),
    ];

    private static async ValueTask<Pairs> MeasureAsync(IEffectsRow row, CancellationToken cancellationToken)
    {
        await using (row)
        {
            await row.PrepareAsync(cancellationToken);
            var pairs = new Pairs();
            for (var i = -Math.Max(3, row.Pairs / 5); i < row.Pairs; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var kept = i >= 0 ? pairs : new Pairs();

                // Who goes first pays for what the other finds warm: they take turns.
                var (first, second) = i % 2 == 0
                    ? (await kept.Bare.TimeAsync(() => row.BareAsync(cancellationToken)), await kept.Guarded.TimeAsync(() => row.GuardedAsync(cancellationToken)))
                    : (await kept.Guarded.TimeAsync(() => row.GuardedAsync(cancellationToken)), await kept.Bare.TimeAsync(() => row.BareAsync(cancellationToken)));
                if (first != second) throw new InvalidOperationException($"{row.Name}: guarded and bare do not do the same: {first} and {second}");
                kept.Ratio.Add(kept.Guarded.Last / kept.Bare.Last);
            }

            return pairs;
        }
    }

    private sealed class Pairs
    {
        public Series Bare { get; } = new();

        public Series Guarded { get; } = new();

        public Ratios Ratio { get; } = new();
    }
}
