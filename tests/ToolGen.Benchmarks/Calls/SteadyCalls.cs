using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Calls;

/// <summary>Calls of a warm process, in turn: time and bytes of each form.</summary>
internal static class SteadyCalls
{
    private const int Rounds = 40;

    /// <summary>So long each form runs in a round, in milliseconds.</summary>
    private const double Slice = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(800);

    /// <returns>A row a case and form of arguments.</returns>
    public static IReadOnlyList<SteadyRow> Run(IReadOnlyList<CallCase> cases, CancellationToken cancellationToken)
    {
        var rows = new List<SteadyRow>();
        foreach (var one in cases)
        {
            var forms = new CallForms(one);
            rows.Add(Measure(one.Name + ", UTF-8", forms.Callers(asElement: false), cancellationToken));
            rows.Add(Measure(one.Name + ", element", forms.Callers(asElement: true), cancellationToken));
            Console.Error.WriteLine(rows[^2].Summary + "; " + rows[^1].Summary);
        }

        return rows;
    }

    private static SteadyRow Measure(string name, Action<int>[] callers, CancellationToken cancellationToken)
    {
        foreach (var caller in callers) Warm(caller);
        var counts = callers.Select(Calibrate).ToArray();
        var row = new SteadyRow(name, [.. callers.Select(Bytes)]);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var times = new double[callers.Length];

            // Who goes first pays for what the others find warm: they take turns.
            for (var i = 0; i < callers.Length; i++)
            {
                var form = (i + round) % callers.Length;
                times[form] = Time(callers[form], counts[form]) * 1_000_000 / counts[form];
            }

            row.Add(times);
        }

        return row;
    }

    // Code is compiled again, faster, beside the work and by the clock, some time after its thirtieth call.
    private static void Warm(Action<int> caller)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) caller(200);
    }

    private static int Calibrate(Action<int> caller)
    {
        var each = Enumerable.Range(0, 5).Min(_ => Time(caller, 200)) / 200;
        return Math.Max(20, (int)(Slice / each));
    }

    // Of the processor: what else runs on the machine stays out of it.
    private static double Time(Action<int> caller, int times)
    {
        var start = Environment.CpuUsage.TotalTime;
        caller(times);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static long Bytes(Action<int> caller)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        caller(1000);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
    }
}
