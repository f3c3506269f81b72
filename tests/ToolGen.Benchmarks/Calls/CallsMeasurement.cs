using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What a call through the contract costs, checks included, beside the same function called by hand and by <c>AIFunctionFactory</c>.</summary>
internal sealed class CallsMeasurement : IMeasurement
{
    internal const double AimByHand = 1.15;
    internal const double AimByFactory = 0.45;

    public string Name => "calls";

    public string Title => "cost of calls beside code by hand and AIFunctionFactory: start-up, create, first and steady call";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        using var program = StartUpProgram.Publish(out var why, cancellationToken);
        if (program is null) return Verdict.Inconclusive(why);
        output.WriteLine($"time of the processor, median (min–max); ratio: median (quartiles) of rounds in turn; {Environment.ProcessorCount} cores");
        var claims = new List<Claim>();
        claims.AddRange(SameAnswers.Judge(CallCase.All));
        var rows = SteadyCalls.Run(CallCase.All, cancellationToken);
        var table = new Table(SteadyRow.Header);
        foreach (var row in rows) table.Add(row.Cells);
        table.Print(output);
        claims.Add(Aim("a steady call takes at most", AimByHand, "of code by hand", rows, row => row.ByHand.Median));
        claims.Add(Aim("a steady call takes at most", AimByFactory, "of the factory", rows, row => row.ByFactory.Median));
        claims.Add(Aim("bytes of a call are at most", AimByHand, "of code by hand", rows, row => row.BytesByHand));
        claims.Add(Aim("bytes of a call are at most", AimByFactory, "of the factory", rows, row => row.BytesByFactory));
        var once = Once.Run(program, output, cancellationToken);
        claims.AddRange(once.Claims);
        var figures = string.Create(CultureInfo.InvariantCulture, $"steady {Median(rows, row => row.ByHand.Median):0.00}× by hand, {Median(rows, row => row.ByFactory.Median):0.00}× the factory; bytes {Median(rows, row => row.BytesByHand):0.00}×, {Median(rows, row => row.BytesByFactory):0.00}×; {once.Figures}");
        return new(figures, claims);
    }

    private static double Median(IReadOnlyList<SteadyRow> rows, Func<SteadyRow, double> figure) => rows.Select(figure).Order().ElementAt(rows.Count / 2);

    private static Claim Aim(string what, double aim, string of, IReadOnlyList<SteadyRow> rows, Func<SteadyRow, double> figure)
    {
        var worst = rows.MaxBy(figure)!;
        var met = rows.Count(row => figure(row) <= aim);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{what} {aim} {of}"),
            string.Create(CultureInfo.InvariantCulture, $"{met} of {rows.Count}; at most {figure(worst):0.00}× ({worst.Name}), median {Median(rows, figure):0.00}×"),
            met == rows.Count, IsAim: true);
    }
}
