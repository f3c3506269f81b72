using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Rules;

/// <summary>How many holes of the shared sample each set of rules finds, and what it finds where they are mended.</summary>
internal static class HoleFigures
{
    private const int Least = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static string Run(RuleFeed feed, IReadOnlyList<RuleSet> sets, TextWriter output, List<Claim> claims, CancellationToken cancellationToken)
    {
        var holes = HoleSample.Files("Vulnerable", cancellationToken);
        var mended = HoleSample.Files("Fixed", cancellationToken);
        var table = new Table("every eighth pair of each group", "holes", "found", "mended, found", "findings in holes", "in mended", "all rules: apart");
        var found = new List<(RuleSet Set, int Count)>();
        foreach (var set in sets)
        {
            var hole = Findings(feed, set, "holes", holes, cancellationToken);
            var fine = Findings(feed, set, "mended", mended, cancellationToken);
            if (hole is null || fine is null)
            {
                table.Add(set.Name, "–", "not to be had", "", "", "", "");
                if (set.IsOurs) claims.Add(new("the sample builds with the lone package", "it does not", false));
                continue;
            }

            var security = (Holes: Files(hole), Mended: Files(fine));
            var apart = holes.Count(file => !Ids(hole, file.Path).SequenceEqual(Ids(fine, file.Path)));
            table.Add(set.Name, Text($"{holes.Count}"), Text($"{security.Holes}"), Text($"{security.Mended}"), Text($"{hole.Count(one => one.IsOfSecurity)}"), Text($"{fine.Count(one => one.IsOfSecurity)}"), Text($"{apart}"));
            found.Add((set, security.Holes));
            if (set.IsOurs)
                foreach (var file in holes.Where(file => !hole.Any(one => one.IsOfSecurity && one.File == file.Path))) output.WriteLine("  not found: " + file.Path);
        }

        table.Print(output);
        output.WriteLine("A hole is found where a rule of security, by its own category, reports in its file; the last column counts files whose halves any rule tells apart.");
        claims.Add(new($"the sample has at least {Least} holes", Text($"{holes.Count}"), holes.Count >= Least));
        if (found.Find(one => one.Set.IsOurs) is not { Set: not null } ours) return "";
        var best = found.Where(one => !one.Set.IsOurs).OrderByDescending(one => one.Count).FirstOrDefault();
        claims.Add(new("more holes are found than by every peer", Text($"{ours.Count} of {holes.Count}; {best.Set?.Name ?? "no peer"}: {best.Count}"), best.Set is not null && ours.Count > best.Count));
        return Text($"{ours.Count} of {holes.Count} holes, the best peer {best.Count}");
    }

    private static IReadOnlyList<LoggedFinding>? Findings(RuleFeed feed, RuleSet set, string half, IReadOnlyList<(string, string)> files, CancellationToken cancellationToken)
    {
        var project = feed.Project(half);
        if (File.Exists(project.Log)) File.Delete(project.Log);
        project.Write(set, HoleSample.References, files);
        if (project.Restore(cancellationToken) is { ExitCode: not 0 } restored)
        {
            Console.Error.WriteLine($"{set.Name}, {half}: {restored.Output}");
            return null;
        }

        var build = project.Build(Patience, cancellationToken);
        Console.Error.WriteLine(Text($"{set.Name}, {half}: {build.Seconds:0.0} s"));
        // Findings that are errors fail a build too; code that does not compile is what cannot be judged.
        if (File.Exists(project.Log) && !build.Output.Contains("error CS", StringComparison.Ordinal)) return LoggedFinding.Read(project.Log);
        Console.Error.WriteLine(string.Join('\n', build.Output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Take(10)));
        return null;
    }

    private static int Files(IReadOnlyList<LoggedFinding> findings) => findings.Where(one => one.IsOfSecurity && one.File.EndsWith(".cs", StringComparison.Ordinal)).Select(one => one.File).Distinct().Count();

    private static IEnumerable<string> Ids(IReadOnlyList<LoggedFinding> findings, string file) => findings.Where(one => one.File == file).Select(one => one.Id).Order(StringComparer.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
