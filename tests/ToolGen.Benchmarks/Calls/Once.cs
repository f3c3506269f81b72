using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What a process pays once: making a tool, its first call, and making many tools available.</summary>
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
            var rows = Rows(assembly);
            var times = FreshProcess.Measure(rows.SelectMany(row => row.Kinds).ToArray(), cancellationToken);
            foreach (var row in rows) row.Take(ref times);
            var table = new Table(OnceRow.Header);
            foreach (var row in rows) table.Add(row.Cells);
            table.Print(output);
            var (calls, list) = (rows[^2], rows[^1]);
            Claim[] claims =
            [
                .. rows.Where(row => row.Time.Hand is not null).SelectMany(row => new[]
                {
                    Aim(row.Name, row.Time.ByHand, CallsMeasurement.AimByHand, "of code by hand"),
                    Aim(row.Name, row.Time.ByFactory, CallsMeasurement.AimByFactory, "of the factory"),
                }),
                StartUpAim(calls), StartUpAim(list),
            ];
            var figures = string.Create(CultureInfo.InvariantCulture, $"create {Mean(rows, "create", row => row.ByHand)} by hand, {Mean(rows, "create", row => row.ByFactory)} the factory; first call {Mean(rows, "first", row => row.ByHand)} by hand, {Mean(rows, "first", row => row.ByFactory)} the factory; start-up of {Tools:N0} tools with a first call {Share(calls)}, all listed {Share(list)} of the factory, aim 1/100 {Met(calls)} and {Met(list)}");
            return new(figures, claims);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(assembly)!, recursive: true);
        }
    }

    private static OnceRow[] Rows(string assembly)
    {
        var count = Tools.ToString(CultureInfo.InvariantCulture);
        var cases = CallCase.All.Where(one => one.Name is "wind_chill" or "price_order").ToArray();
        return
        [
            .. cases.Select(one => new OnceRow("create, " + one.Name, [.. Forms.Select(form => new[] { "create", form, one.Name })])),
            .. cases.Select(one => new OnceRow("first call, " + one.Name, [.. Forms.Select(form => new[] { "first", form, one.Name })])),
            new($"{Tools:N0} tools at hand, first call done", [[StartUp.FirstCall, "toolgen", assembly], [StartUp.FirstCall, "factory", count]]),
            new($"{Tools:N0} tools listed with their schemas", [[StartUp.List, "toolgen", assembly], [StartUp.List, "factory", count]]),
        ];
    }

    private static Claim Aim(string what, double share, double aim, string of) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what}: at most {aim} {of}"), string.Create(CultureInfo.InvariantCulture, $"{share:0.00}×"), share <= aim, IsAim: true);

    private static Claim StartUpAim(OnceRow row) => new(
        $"{row.Name}: at most a hundredth of the factory", $"{Share(row)} ({row.Time.Ours} ms against {row.Time.Factory} ms)", row.Time.ByFactory <= AimOfStartUp, IsAim: true);

    private static string Share(OnceRow row) => string.Create(CultureInfo.InvariantCulture, $"1/{1 / row.Time.ByFactory:0}");

    private static string Met(OnceRow row) => row.Time.ByFactory <= AimOfStartUp ? "met" : "missed";

    private static string Mean(IEnumerable<OnceRow> rows, string word, Func<OnceForms, double> ratio) =>
        rows.Where(row => row.Name.StartsWith(word, StringComparison.Ordinal)).Average(row => ratio(row.Time)).ToString("0.00×", CultureInfo.InvariantCulture);
}
