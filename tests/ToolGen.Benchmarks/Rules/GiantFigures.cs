using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Rules;

/// <summary>Giants end: in time, without a crash, and what was not followed whole is told.</summary>
internal static class GiantFigures
{
    private const double MostSeconds = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static string Run(RuleFeed feed, RuleSet ours, TextWriter output, List<Claim> claims, CancellationToken cancellationToken)
    {
        output.WriteLine();
        var table = new Table("giants", "build without, s", "with, s", "added processor time, s", "MB", "told");
        var worst = 0.0;
        var bad = new List<string>();
        foreach (var (name, text) in Giants.All)
        {
            IReadOnlyList<(string, string)> files = [ToolCorpus.Attribute, ("Giant.cs", text)];
            var bare = Built(feed, RuleSet.None, files, cancellationToken, out _);
            var build = Built(feed, ours, files, cancellationToken, out var told);
            var added = build.ProcessorSeconds - bare.ProcessorSeconds;
            table.Add(name, Text($"{bare.Seconds:0.0}"), Text($"{build.Seconds:0.0}"), Text($"{added:0.0}"), Text($"{build.Megabytes:0}"), string.Join(' ', told));
            Console.Error.WriteLine(Text($"{name}: {build.Seconds:0.0} s"));
            worst = Math.Max(worst, added);
            if (build.ExitCode is null || !(added <= MostSeconds) || told.Count == 0 || told.Contains("AD0001") || build.Output.Contains("error CS", StringComparison.Ordinal) || build.Output.Contains("error MSB", StringComparison.Ordinal))
                bad.Add(name);
        }

        table.Print(output);
        claims.Add(new("each giant ends within 20 s, without a crash, with its flow or TG3099 told", bad.Count == 0 ? "all do" : "not " + string.Join(", ", bad), bad.Count == 0));
        return Text($"giants within {worst:0.0} s");
    }

    private static Build Built(RuleFeed feed, RuleSet set, IReadOnlyList<(string, string)> files, CancellationToken cancellationToken, out IReadOnlyList<string> told)
    {
        var project = feed.Project("giant");
        if (File.Exists(project.Log)) File.Delete(project.Log);
        project.Write(set, "", files);
        project.Restore(cancellationToken);
        var build = project.Build(Patience, cancellationToken);
        told = File.Exists(project.Log) && build.ExitCode is not null
            ? [.. LoggedFinding.Read(project.Log).Select(one => one.Id).Where(id => id.StartsWith("TG", StringComparison.Ordinal) || id == "AD0001").Distinct().Order(StringComparer.Ordinal)]
            : [];
        return build;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
