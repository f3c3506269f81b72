using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>
/// What each arm is worth on this catalogue: a part of a tool is taken out and asked with, and each arm says where the tool is then found. An ask is taken out where a tool has some, else every
/// second word, by its hash, of its description's first sentence, which is asked with whole. The tools are those whose ids have the least hashes, so the same catalogue gives the same weights.
/// </summary>
internal sealed class SelfTest(Snapshot snapshot, RetrievalSettings settings)
{
    /// <summary>So many questions at most: they take a second with 100,000 tools.</summary>
    public const int MaxTrials = 300;

    /// <summary>With fewer the weights are those expected.</summary>
    public const int LeastTrials = 20;

    private const int AsksEach = 3;

    private const int Depth = 50;

    private static readonly double[] Grid = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>A question and what it must find.</summary>
    /// <param name="Text">The question.</param>
    /// <param name="Held">The part that is out.</param>
    /// <param name="Rest">What a model reads of the tool without it.</param>
    public sealed record Trial(string Text, HeldOut Held, string Rest);

    public static IReadOnlyList<Trial> Trials(IEnumerable<(int Tool, ToolDocument Document, IReadOnlyList<string> Asks)> tools)
    {
        var chosen = tools.Select(tool => (tool, Hash: Hash(tool.Document.Id))).OrderBy(tool => tool.Hash).ThenBy(tool => tool.tool.Tool).Take(MaxTrials).Select(tool => tool.tool).ToArray();
        var trials = new List<Trial>();
        for (var round = 0; round < AsksEach; round++)
        {
            foreach (var (tool, document, asks) in chosen)
            {
                if (trials.Count == MaxTrials) return trials;

                // Its maker's, which a person read: what callers were heard to ask is learned from, but does not say how good an arm is.
                var own = AskList.Of(document.Asks, null);
                if (own.Count > round)
                {
                    var text = own.OrderBy(Hash).ThenBy(ask => ask, StringComparer.Ordinal).ElementAt(round);
                    var (counts, length) = Request.Count(text, Bounds.Ask);
                    if (length > 0) trials.Add(new(text, new(tool, (int)ToolField.Asks, counts, length), DenseText.Of(document, [.. asks.Where(ask => ask != text)])));
                }
                else if (round == 0)
                {
                    var sentence = Sentence(document.Description);
                    var (counts, length) = Request.Count(sentence, Bounds.Text(ToolField.Description));
                    foreach (var stem in counts.Keys.Where(stem => (Hash(document.Id + " " + stem) & 1) == 0).ToArray())
                    {
                        if (!stem.Contains(' ', StringComparison.Ordinal)) length -= counts[stem];
                        counts.Remove(stem);
                    }

                    if (length > 0 && new Request(sentence).Words.Count > 1) trials.Add(new(sentence, new(tool, (int)ToolField.Description, counts, length), DenseText.Of(document with { Description = Without(document.Description, counts) }, asks)));
                }
            }
        }

        return trials;
    }

    /// <summary>The weights; those of the settings where there is too little to ask with.</summary>
    /// <param name="trials">What to ask with.</param>
    /// <param name="ask">The rankings of all arms for a question.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<double> Weights(IReadOnlyList<Trial> trials, Func<Trial, IReadOnlyList<Ranked>> ask, CancellationToken cancellationToken)
    {
        if (trials.Count < LeastTrials || snapshot.Alive < LeastTrials) return settings.Weights;
        var cases = new List<TrialCase>(trials.Count);
        var isUsed = new bool[ArmWeights.Names.Count];
        foreach (var trial in trials)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var arms = ask(trial);
            for (var arm = 0; arm < isUsed.Length; arm++) isUsed[arm] |= arms[arm].Tools.Count > 0;
            cases.Add(new(arms, trial.Held.Tool, settings.RankLoss, Depth));
        }

        var tried = Combinations(isUsed).Select(weights => (Weights: weights, Gains: cases.Select(one => one.Gain(weights)).ToArray())).ToArray();
        if (tried.Length == 0) return settings.Weights;
        var best = tried.MaxBy(one => one.Gains.Sum());

        // What is no worse than the best by more than chance would make it is as good; of those, the nearest to what was expected.
        var prior = settings.Weights.Select((weight, arm) => isUsed[arm] ? weight : 0).ToArray();
        return tried.Where(one => IsAsGood(one.Gains, best.Gains)).MinBy(one => one.Weights.Zip(prior, (weight, expected) => Math.Abs(weight - expected)).Sum()).Weights;
    }

    private static bool IsAsGood(double[] one, double[] best)
    {
        var differences = one.Zip(best, (less, more) => more - less).ToArray();
        var mean = differences.Average();
        var spread = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1.0) / differences.Length);
        return mean <= spread;
    }

    /// <summary>Weights to try: the heaviest arm has 1, an arm that finds nothing has 0.</summary>
    private static IEnumerable<double[]> Combinations(bool[] isUsed)
    {
        IEnumerable<double[]> all = [[]];
        foreach (var used in isUsed) all = all.SelectMany(some => (used ? Grid : [0]).Select(weight => (double[])[.. some, weight]));
        return all.Where(weights => weights.Max() == 1);
    }

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Without(string text, Dictionary<string, int> stems) =>
        string.Join(' ', text.Split(' ').Where(word => !Request.Count(word, Bounds.Ask).Counts.Keys.Any(stems.ContainsKey)));

    private static string Sentence(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && i > 20) return text[..i];
        return text;
    }
}
