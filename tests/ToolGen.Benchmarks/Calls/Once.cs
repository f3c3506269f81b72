using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What a process pays once: its first call, and making many tools available.</summary>
internal static class Once
{
    private const int Tools = 1_000;
    private const double AimOfStartUp = 0.01;

    private static readonly string[] Forms = ["hand", "toolgen", "factory"];

    public static Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var assembly = StartUp.Build(Tools, cancellationToken);
        try
        {
            var cases = CallCase.All.Where(one => one.Name is "wind_chill" or "price_order").ToArray();
            var kinds = cases.SelectMany(one => Forms.Select(form => new[] { "first", form, one.Name }))
                .Append(["start", "toolgen", assembly]).Append(["start", "factory", Tools.ToString(CultureInfo.InvariantCulture)]).ToArray();
            var times = FreshProcess.Measure(kinds, cancellationToken);
            var table = new Table("once a process, ms", "n", "by hand", "ToolGen", "factory", "× by hand", "× factory");
            for (var i = 0; i < cases.Length; i++) Row(table, "first call, " + cases[i].Name, times[3 * i], times[(3 * i) + 1], times[(3 * i) + 2]);
            var (ours, factory) = (times[^2], times[^1]);
            Row(table, $"start-up with {Tools:N0} tools", null, ours, factory);
            table.Print(output);
            var share = ours.Median / factory.Median;
            return new(
                string.Create(CultureInfo.InvariantCulture, $"first call {Times(cases.Length, times, 0):0.00}× by hand, {Times(cases.Length, times, 2):0.00}× the factory; start-up {share:0.000}× the factory"),
                [new($"start-up with {Tools:N0} tools takes at most a hundredth of the factory", string.Create(CultureInfo.InvariantCulture, $"1/{1 / share:0.0} ({ours} ms against {factory} ms)"), share <= AimOfStartUp, IsAim: true)]);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(assembly)!, recursive: true);
        }
    }

    private static double Times(int cases, IReadOnlyList<Series> times, int form) => Enumerable.Range(0, cases).Average(i => times[(3 * i) + 1].Median / times[(3 * i) + form].Median);

    private static void Row(Table table, string name, Series? hand, Series ours, Series factory) => table.Add(
        name, ours.Count.ToString(CultureInfo.InvariantCulture), hand?.ToString() ?? "–", ours.ToString(), factory.ToString(),
        hand is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{ours.Median / hand.Median:0.00}×"), string.Create(CultureInfo.InvariantCulture, $"{ours.Median / factory.Median:0.000}×"));
}
