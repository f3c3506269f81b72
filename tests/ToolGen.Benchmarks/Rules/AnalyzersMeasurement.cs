using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Rules;

/// <summary>What the rules over C# find and cost as a package alone, beside every analyzer that people use for it, each in real builds.</summary>
/// <param name="parts">Parts to measure alone: <c>holes</c>, <c>small</c>, <c>large</c>, <c>warm</c>, <c>giants</c>; empty: all, which takes 20 minutes.</param>
internal sealed class AnalyzersMeasurement(IReadOnlyCollection<string> parts) : IMeasurement
{
    public string Name => "analyzers";

    public string Title => "findings on holes of tools, build time, memory and giants, beside SecurityCodeScan, Sonar, NetAnalyzers and Meziantou";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        using var feed = RuleFeed.Pack(cancellationToken);
        var bare = feed.Project("bare");
        bare.Write(RuleSet.None, "", ToolCorpus.Small);
        if (bare.Restore(cancellationToken) is { ExitCode: not 0 } refused) return Verdict.Inconclusive("nothing can be restored here: " + refused.Output.Trim());
        RuleSet[] sets = [RuleSet.Ours(feed.Version), .. RuleSet.Peers];

        var claims = new List<Claim>();
        (string Name, Func<string> Measure)[] all =
        [
            ("holes", () => HoleFigures.Run(feed, sets, output, claims, cancellationToken)),
            ("small", () => BuildFigures.Small(feed, sets, output, claims, cancellationToken)),
            ("large", () => BuildFigures.Large(feed, sets, output, claims, cancellationToken)),
            ("warm", () => WarmFigures.Run(output, claims, cancellationToken)),
            ("giants", () => GiantFigures.Run(feed, sets[0], output, claims, cancellationToken)),
        ];
        if (parts.FirstOrDefault(part => all.All(one => one.Name != part)) is { } unknown) return Verdict.Inconclusive($"'{unknown}' is no part; there are: {string.Join(", ", all.Select(one => one.Name))}");
        var figures = all.Where(one => parts.Count == 0 || parts.Contains(one.Name)).Select(one => one.Measure()).ToArray();
        return new(string.Join("; ", figures.Where(figure => figure.Length > 0)), claims);
    }
}
