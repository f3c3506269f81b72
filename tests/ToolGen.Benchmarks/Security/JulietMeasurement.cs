using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.TestSupport.Security;

namespace ToolGen.Benchmarks.Security;

/// <summary>Flows that the rules find in NIST's Juliet suite and in the project's own pairs of tools.</summary>
internal sealed class JulietMeasurement : IMeasurement
{
    private const string Serialized = "75";

    private static readonly (string Weakness, string Ids)[] Judged =
    [
        ("CWE78", "TG300[456]"), ("CWE23", "TG3002"), ("CWE36", "TG3002"), ("CWE89", "TG3001"), ("CWE470", "TG3013"), ("CWE643", "TG3017"), ("CWE94", "TG3012"),
    ];

    public string Name => "juliet";

    public string Title => "bad and good flows of NIST's Juliet suite (TOOLGEN_JULIET), and the project's pairs of vulnerable and fixed tools";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var claims = new List<Claim>();
        var pairs = Pairs(output, claims, cancellationToken);
        var root = Environment.GetEnvironmentVariable("TOOLGEN_JULIET");
        if (!JulietSuite.IsHere(root)) return Verdict.Inconclusive($"TOOLGEN_JULIET names no folder of the Juliet suite; {pairs}");
        var suite = new JulietSuite(root!);
        var table = new Table("weakness", "cases", "found", "%", "false", "%", "called good, bad by their words", "variants missed");
        var all = new List<JulietResult>();
        foreach (var (weakness, ids) in Judged)
        {
            var result = suite.Judge(weakness, ids, cancellationToken);
            if (result.Errors > 0) throw new InvalidDataException($"{weakness} does not compile: {result.Errors} errors");
            all.Add(result);
            table.Add(weakness, result.Cases.ToString(CultureInfo.InvariantCulture), Found(result).ToString(CultureInfo.InvariantCulture), Percent(Found(result), result.Cases), result.False.Count.ToString(CultureInfo.InvariantCulture), Percent(result.False.Count, result.Cases), result.Mislabelled.ToString(CultureInfo.InvariantCulture), Variants(result));
        }

        table.Print(output);
        int cases = all.Sum(one => one.Cases), found = all.Sum(Found), wrong = all.Sum(one => one.False.Count);
        var whole = all.SelectMany(one => one.Missed).Where(one => JulietSuite.VariantOf(one) != Serialized).ToArray();
        claims.Add(new("97 % of Juliet's cases are found", Percent(found, cases) + " %", found >= 0.97 * cases));
        claims.Add(new("at most 1 % of its cases have a finding in a good flow", Percent(wrong, cases) + " %", wrong <= 0.01 * cases));
        claims.Add(new("each weakness by itself is found to 95 %, with 2 % false at most", string.Join(", ", all.Select(one => Percent(Found(one), one.Cases))), all.All(one => Found(one) >= 0.95 * one.Cases && one.False.Count <= 0.02 * one.Cases)));
        claims.Add(new("every flow variant but serialisation is found in every case", $"{whole.Length} missed", whole.Length == 0));
        return new(string.Create(CultureInfo.InvariantCulture, $"Juliet {found} of {cases} found ({Percent(found, cases)} %), {wrong} false ({Percent(wrong, cases)} %); {pairs}"), claims);
    }

    private static string Pairs(TextWriter output, List<Claim> claims, CancellationToken cancellationToken)
    {
        var table = new Table("pairs", "all", "found", "%", "false", "%", "missed", "false in");
        int all = 0, found = 0, wrong = 0;
        foreach (var group in PairGroup.All)
        {
            var result = group.Judge(cancellationToken);
            all += result.Pairs;
            found += result.Pairs - result.Missed.Count;
            wrong += result.False.Count;
            table.Add(group.Name, result.Pairs.ToString(CultureInfo.InvariantCulture), (result.Pairs - result.Missed.Count).ToString(CultureInfo.InvariantCulture), Percent(result.Pairs - result.Missed.Count, result.Pairs), result.False.Count.ToString(CultureInfo.InvariantCulture), Percent(result.False.Count, result.Pairs), string.Join(" ", result.Missed), string.Join(" ", result.False));
            claims.Add(new($"pairs of {group.Name}: at least 30, 95 % found, at most 3 % false", string.Create(CultureInfo.InvariantCulture, $"{result.Pairs}, {result.Found:P1}, {result.FalseShare:P1}"), result.Pairs >= 30 && result.Found >= 0.95 && result.FalseShare <= 0.03));
        }

        table.Print(output);
        return string.Create(CultureInfo.InvariantCulture, $"pairs {found} of {all} found ({Percent(found, all)} %), {wrong} false ({Percent(wrong, all)} %)");
    }

    private static int Found(JulietResult result) => result.Cases - result.Missed.Count;

    private static string Variants(JulietResult result) =>
        string.Join(" ", result.Missed.GroupBy(JulietSuite.VariantOf).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}×{group.Count()}"));

    private static string Percent(int part, int whole) => (100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture);
}
