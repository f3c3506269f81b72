using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Rules;

/// <summary>What each set of rules adds to a build: of one tool, and of as much code as a large program has.</summary>
internal static class BuildFigures
{
    private const string JulietVariable = "TOOLGEN_JULIET";
    private const int LargeLines = 285_000;
    private const int Rounds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static string Small(RuleFeed feed, IReadOnlyList<RuleSet> sets, TextWriter output, List<Claim> claims, CancellationToken cancellationToken)
    {
        RuleSet[] all = [RuleSet.None, .. sets];
        var projects = all.Select((set, index) => Restored(feed, set, $"small{index}", ToolCorpus.Small, cancellationToken)).ToArray();
        var walls = all.Select(_ => new Series()).ToArray();
        var works = all.Select(_ => new Series()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < all.Length; index++)
            {
                if (projects[index]?.Build(Patience, cancellationToken) is not { ExitCode: not null } build) continue;
                walls[index].Add(build.Seconds);
                works[index].Add(build.ProcessorSeconds);
            }

            Console.Error.WriteLine($"one tool: round {round + 1} of {Rounds}");
        }

        output.WriteLine();
        var table = new Table("one tool of 40 lines", "n", "build, s", "added", "compiler's processor time, s", "added");
        for (var index = 0; index < all.Length; index++)
            table.Add(all[index].Name, Text($"{walls[index].Count}"), Show(walls[index]), Text($"{walls[index].Median - walls[0].Median:+0.00;-0.00}"), Show(works[index]), Text($"{works[index].Median - works[0].Median:+0.00;-0.00}"));
        table.Print(output);
        var added = works[1].Median - works[0].Median;
        claims.Add(new("at most 0.3 s on one tool, the compiler's processor time", Text($"{added:0.00} s"), added <= 0.3, IsAim: true));
        return Text($"{added:+0.00;-0.00} s on one tool");
    }

    public static string Large(RuleFeed feed, IReadOnlyList<RuleSet> sets, TextWriter output, List<Claim> claims, CancellationToken cancellationToken)
    {
        var files = ToolCorpus.Large(LargeLines);
        output.WriteLine();
        var row = Row(feed, "generated tools", files, sets, output, cancellationToken);
        claims.Add(new("at most 8 s on 285,000 lines, wall time", Text($"{row.Seconds:0.0} s"), row.Seconds <= 8, IsAim: true));
        claims.Add(new("at most 200 MB more on 285,000 lines", Text($"{row.Megabytes:0} MB"), row.Megabytes <= 200, IsAim: true));
        claims.Add(new("285,000 lines end", row.Ended ? "they do" : "they do not", row.Ended));
        if (Environment.GetEnvironmentVariable(JulietVariable) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            output.WriteLine();
            Row(feed, "the folder of " + JulietVariable, ToolCorpus.Folder(folder), sets, output, cancellationToken);
        }

        return Text($"{row.Seconds:+0.0;-0.0} s and {row.Megabytes:+0;-0} MB on 285,000 lines");
    }

    private static (double Seconds, double Megabytes, bool Ended) Row(RuleFeed feed, string name, IReadOnlyList<(string, string Text)> files, IReadOnlyList<RuleSet> sets, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = files.Sum(file => file.Text.Count(character => character == '\n'));
        var table = new Table(Text($"{name}, {lines:N0} lines"), "build, s", "added", "compiler's processor time, s", "most memory, MB", "added");
        Build? bare = null, ours = null;
        foreach (var set in sets.Prepend(RuleSet.None))
        {
            var build = Restored(feed, set, "large", files, cancellationToken)?.Build(Patience, cancellationToken);
            Console.Error.WriteLine(Text($"{name}, {set.Name}: {build?.Seconds:0.0} s"));
            if (build is not { ExitCode: not null } || build.Output.Contains("error CS", StringComparison.Ordinal))
            {
                table.Add(set.Name, build is null ? "not to be had" : build.ExitCode is null ? "did not end" : "does not compile", "", "", "", "");
                continue;
            }

            if (set == RuleSet.None) bare = build;
            if (set.IsOurs) ours = build;
            table.Add(set.Name, Text($"{build.Seconds:0.0}"), Text($"{build.Seconds - bare?.Seconds:+0.0;-0.0}"), Text($"{build.ProcessorSeconds:0.0}"), Text($"{build.Megabytes:0}"), Text($"{build.Megabytes - bare?.Megabytes:+0;-0}"));
        }

        table.Print(output);
        return bare is null || ours is null ? (double.NaN, double.NaN, false) : (ours.Seconds - bare.Seconds, ours.Megabytes - bare.Megabytes, true);
    }

    private static BuiltProject? Restored(RuleFeed feed, RuleSet set, string name, IReadOnlyList<(string, string)> files, CancellationToken cancellationToken)
    {
        var project = feed.Project(name);
        project.Write(set, "", files);
        return project.Restore(cancellationToken) is { ExitCode: 0 } ? project : null;
    }

    private static string Show(Series series) => series.Count == 0 ? "–" : Text($"{series.Median:0.00} ({series.Least:0.00}–{series.Most:0.00})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
