using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace ToolGen.Benchmarks.Validation;

/// <summary>Values a second of processor time, all threads of the process together: what other work on the machine takes does not count.</summary>
internal sealed class Rates
{
    /// <summary>Rounds before the first that counts.</summary>
    public const int WarmUp = 60;

    /// <summary>And at least so many milliseconds: both runtimes compile what is hot beside the work, by the clock, and a quick machine is through its rounds before.</summary>
    public const int WarmUpMilliseconds = 6_000;

    /// <summary>Rounds that count.</summary>
    public const int Rounds = 40;

    private readonly double[] sorted;

    /// <param name="microseconds">Of each round that counts.</param>
    /// <param name="values">Values a round.</param>
    public Rates(IEnumerable<double> microseconds, int values) => this.sorted = [.. microseconds.Select(time => values * 1e6 / Math.Max(time, 1)).Order()];

    public double Median => (this.sorted[(this.sorted.Length - 1) / 2] + this.sorted[this.sorted.Length / 2]) / 2;

    /// <param name="values">Values a round.</param>
    /// <param name="round">One round.</param>
    public static Rates Measure(int values, Action round)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmUp || Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmUpMilliseconds; i++) round();
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            round();
            times[i] = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
        }

        return new(times, values);
    }

    /// <summary>In thousands a second: median and quartiles, such as <c>812 (790–830)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{this.Median / 1000:0} ({this.sorted[this.sorted.Length / 4] / 1000:0}–{this.sorted[this.sorted.Length * 3 / 4] / 1000:0})");
}
