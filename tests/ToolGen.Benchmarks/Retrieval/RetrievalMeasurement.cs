using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Registry.Retrieval.Ranking;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>How well tools are found by what people ask, beside plain FTS5 and BM25 over the same texts, on parts of data sets that chose nothing.</summary>
internal sealed class RetrievalMeasurement : IMeasurement
{
    /// <summary>Questions below are the training part, from which asks come; the rest is the test. What chose constants stands in docs/retrieval.md: asks of parts below 96, asked with 96 to 127.</summary>
    public const int TestParts = 128;

    /// <summary>What fusion may be worse than its best arm, in points of nDCG.</summary>
    private const double Loss = 0.5;

    public string Name => "retrieval";

    public string Title => "tools found by what people ask: MetaTool without and with asks, Seal-Tools, and three catalogues that chose nothing, beside plain FTS5 and BM25";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var data = Environment.GetEnvironmentVariable("TOOLGEN_DATA") ?? Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data");
        if (!Directory.Exists(Path.Combine(data, "metatool")) || !Directory.Exists(Path.Combine(data, "seal-tools"))) return Verdict.Inconclusive("there is no ../shared/data with metatool and seal-tools, and TOOLGEN_DATA names no such folder");
        output.WriteLine($"""
            The part of a question is the first byte of SHA-256 of its text; questions of the same text are one. MetaTool: parts 0–{TestParts - 1} are for training: asks (of each tool those with the least hashes) and the choice of constants
            (asks of parts 0–95, asked with 96–{TestParts - 1}, for the arm of asks also 64–95 with asks of the others; without asks: all of them); {TestParts}–255 are the test. Seal-Tools: dev chose constants, test_out_domain is the test. BFCL, RestBench and ToolAlpaca chose nothing.
            """);
        var rows = new List<Row>();
        foreach (var (catalogue, ndcg, recall) in Catalogues(data))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(Measure(catalogue, ndcg, recall));
        }

        var table = new Table("nDCG@10 / R@5", "questions", "FTS5", "FTS5 porter", "BM25", "words", "grams", "asks", "all arms", "weights");
        foreach (var row in rows)
            table.Add(row.Name, row.All.Questions.ToString(CultureInfo.InvariantCulture), Text(row.Fts), Text(row.Porter), Text(row.Bm25), Text(row.Words), Text(row.Grams), row.Asks.Ndcg > 0 ? Text(row.Asks) : "", Text(row.All), row.Weights);
        table.Print(output);
        var claims = new List<Claim>();
        foreach (var row in rows)
        {
            if (row.NdcgClaim is { } ndcg) claims.Add(new($"{row.Name}: nDCG@10 at least {ndcg:0}", Number(row.All.Ndcg), row.All.Ndcg >= ndcg));
            if (row.RecallClaim is { } recall) claims.Add(new($"{row.Name}: R@5 at least {recall:0}", Number(row.All.Recall), row.All.Recall >= recall));
        }

        var worst = rows.MinBy(row => row.Gained)!;
        claims.Add(new($"all arms together never more than {Number(Loss)} below the best of them", $"{(worst.Gained >= 0 ? "+" : "")}{Number(worst.Gained)} ({worst.Name})", worst.Gained >= -Loss));
        claims.Add(new("better than plain FTS5 and BM25 everywhere", $"{rows.Count(row => row.IsAhead)} of {rows.Count}", rows.TrueForAll(row => row.IsAhead), IsAim: true));
        return new(string.Join(", ", rows.Select(row => $"{row.Name} {Text(row.All)}")), claims);
    }

    /// <summary>MetaTool with so many asks a tool, none of which is a question of another part.</summary>
    public static Catalogue WithAsks(Catalogue catalogue, int each)
    {
        var asks = catalogue.Questions.Where(question => question.Part < TestParts).OrderBy(question => Convert.ToHexString(question.Hash), StringComparer.Ordinal)
            .SelectMany(question => question.Tools.Select(tool => (Tool: tool, question.Text))).ToLookup(ask => ask.Tool, ask => ask.Text, StringComparer.Ordinal);
        return catalogue with { Name = $"{catalogue.Name}, {each} asks", Tools = [.. catalogue.Tools.Select(tool => tool with { Asks = [.. asks[tool.Id].Take(each)] })] };
    }

    private static IEnumerable<(Catalogue Catalogue, double? Ndcg, double? Recall)> Catalogues(string data)
    {
        var meta = RetrievalData.MetaTool(data);
        yield return (meta.Only("MetaTool", IsTest), 57, 65);
        foreach (var (each, ndcg) in new[] { (5, 71), (10, 77), (20, 81) })
        {
            var asked = WithAsks(meta, each);
            yield return (asked.Only(asked.Name, IsTest), ndcg, null);
        }

        yield return (RetrievalData.SealTools(data, "test_out_domain"), 91, 87);
        if (Directory.Exists(Path.Combine(data, "bfcl"))) yield return (RetrievalData.Bfcl(data), null, null);
        if (Directory.Exists(Path.Combine(data, "restgpt"))) yield return (RetrievalData.RestBench(data), null, null);
        if (Directory.Exists(Path.Combine(data, "toolalpaca"))) yield return (RetrievalData.ToolAlpaca(data), null, null);
    }

    private static bool IsTest(Question question) => question.Part >= TestParts;

    private static Row Measure(Catalogue catalogue, double? ndcg, double? recall)
    {
        using var own = new OwnIndex(catalogue.Tools);
        using var fts = new PlainFts(catalogue.Tools, "unicode61");
        using var porter = new PlainFts(catalogue.Tools, "porter unicode61");
        var bm25 = new PlainBm25(catalogue.Tools);
        Quality Arm(params double[] weights) => own.Measure(catalogue.Questions, RetrievalSettings.Default with { FixedWeights = weights });
        return new(
            catalogue.Name, Quality.Of(catalogue.Questions, fts.Search), Quality.Of(catalogue.Questions, porter.Search), Quality.Of(catalogue.Questions, bm25.Search),
            Arm(1, 0, 0, 0), Arm(0, 1, 0, 0), Arm(0, 0, 1, 0), Quality.Of(catalogue.Questions, own.Search),
            string.Join(' ', own.Weights.Values.Take(3).Select(weight => weight.ToString(CultureInfo.InvariantCulture))), ndcg, recall);
    }

    private static string Text(Quality quality) => $"{Number(quality.Ndcg)} / {Number(quality.Recall)}";

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Row(string Name, Quality Fts, Quality Porter, Quality Bm25, Quality Words, Quality Grams, Quality Asks, Quality All, string Weights, double? NdcgClaim, double? RecallClaim)
    {
        public double Gained => this.All.Ndcg - Math.Max(this.Asks.Ndcg, Math.Max(this.Words.Ndcg, this.Grams.Ndcg));

        public bool IsAhead => this.All.Ndcg > Math.Max(this.Fts.Ndcg, Math.Max(this.Porter.Ndcg, this.Bm25.Ndcg));
    }
}
