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
    private const double AimOfStartUp = 0.01;

    private static readonly string[] Forms = ["hand", "toolgen", "factory"];

    public static Verdict Run(StartUpProgram program, TextWriter output, CancellationToken cancellationToken)
    {
        var small = Small();
        OnceRow[] startUps =
        [
            .. StartUps(StartUpForms.List, $"{StartUpForms.Count:N0} tools listed", program),
            .. StartUps(StartUpForms.Call, $"{StartUpForms.Count:N0} tools at hand, first call done", program),
        ];
        OnceRow[] rows = [.. small, .. startUps];
        var times = FreshProcess.Measure(rows.SelectMany(row => row.Kinds).ToArray(), cancellationToken);
        foreach (var row in rows) row.Take(ref times);
        var table = new Table(OnceRow.Header);
        foreach (var row in rows) table.Add(row.Cells);
        table.Print(output);
        Claim[] claims =
        [
            .. small.SelectMany(row => new[]
            {
                Aim(row.Name, row.Time.ByHand, CallsMeasurement.AimByHand, "of code by hand"),
                Aim(row.Name, row.Time.ByFactory, CallsMeasurement.AimByFactory, "of the factory"),
            }),
            .. startUps.Select(StartUpAim),
        ];
        var figures = string.Create(CultureInfo.InvariantCulture, $"create {Mean(rows, "create", row => row.ByHand)} by hand, {Mean(rows, "create", row => row.ByFactory)} the factory; first call {Mean(rows, "first", row => row.ByHand)} by hand, {Mean(rows, "first", row => row.ByFactory)} the factory; start-up against the factory in the same mode, aim 1/100: {string.Join("; ", startUps.Select(row => $"{row.Name} {Share(row)} {Met(row)}"))}");
        return new(figures, claims);
    }

    private static OnceRow[] Small()
    {
        var cases = CallCase.All.Where(one => one.Name is "wind_chill" or "price_order").ToArray();
        return
        [
            .. cases.Select(one => new OnceRow("create, " + one.Name, [.. Forms.Select(form => new FreshKind(null, ["create", form, one.Name]))])),
            .. cases.Select(one => new OnceRow("first call, " + one.Name, [.. Forms.Select(form => new FreshKind(null, ["first", form, one.Name]))])),
        ];
    }

    // Each mode is a row of its own: no form of one is compared with a form of the other.
    private static OnceRow[] StartUps(string what, string name, StartUpProgram program) =>
    [
        new(name + ", compiled just in time", [.. Forms.Select(form => new FreshKind(program.JustInTime, [what, form]))]),
        new(name + ", published ready to run", [.. Forms.Select(form => new FreshKind(program.ReadyToRun, [what, form]))]),
    ];

    private static Claim Aim(string what, double share, double aim, string of) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what}: at most {aim} {of}"), string.Create(CultureInfo.InvariantCulture, $"{share:0.00}×"), share <= aim, IsAim: true);

    private static Claim StartUpAim(OnceRow row) => new(
        $"{row.Name}: at most a hundredth of the factory", $"{Share(row)} ({row.Time.Ours} ms against {row.Time.Factory} ms)", row.Time.ByFactory <= AimOfStartUp, IsAim: true);

    private static string Share(OnceRow row) => string.Create(CultureInfo.InvariantCulture, $"1/{1 / row.Time.ByFactory:0}");

    private static string Met(OnceRow row) => row.Time.ByFactory <= AimOfStartUp ? "met" : "missed";

    private static string Mean(IEnumerable<OnceRow> rows, string word, Func<OnceForms, double> ratio) =>
        rows.Where(row => row.Name.StartsWith(word, StringComparison.Ordinal)).Average(row => ratio(row.Time)).ToString("0.00×", CultureInfo.InvariantCulture);
}
