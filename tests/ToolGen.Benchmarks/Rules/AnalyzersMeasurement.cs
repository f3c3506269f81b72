using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Rules;

/// <summary>What the rules over C# find and cost as a package alone, beside every analyzer that people use for it, each in real builds.</summary>
internal sealed class AnalyzersMeasurement : IMeasurement
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
        var figures = new[]
        {
            HoleFigures.Run(feed, sets, output, claims, cancellationToken),
            BuildFigures.Small(feed, sets, output, claims, cancellationToken),
            BuildFigures.Large(feed, sets, output, claims, cancellationToken),
            WarmFigures.Run(output, claims, cancellationToken),
            GiantFigures.Run(feed, sets[0], output, claims, cancellationToken),
        };
        return new(string.Join("; ", figures.Where(figure => figure.Length > 0)), claims);
    }
}
