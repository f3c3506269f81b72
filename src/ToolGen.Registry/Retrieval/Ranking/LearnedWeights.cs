using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>What each stem, and each pair of them, says for and against every tool, as it was learned from asks.</summary>
internal abstract class LearnedWeights
{
    /// <summary>How telling a pair of stems is beside each of them.</summary>
    private const float PairWorth = 0.5f;

    /// <summary>How many tools there are weights for: those with the numbers below.</summary>
    public abstract int Tools { get; }

    /// <summary>What is telling in a text, and how much; words that no tool has are left out.</summary>
    public static IReadOnlyList<(string Term, float Worth)> Telling(Request request, TermSource source, Snapshot snapshot)
    {
        var (terms, seen) = (new List<(string, float)>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var word in request.Words) Add(word.Stem, 1);
        foreach (var pair in request.Pairs) Add(pair, PairWorth);
        return terms;

        void Add(string term, float share)
        {
            if (seen.Add(term) && source.Term(term, snapshot) is { } entry) terms.Add((term, share * (float)Math.Sqrt(snapshot.Rarity(entry.Tools))));
        }
    }

    /// <summary>Says how well each tool fits, the worst a little above zero; false: nothing is known of any of these terms.</summary>
    public bool Score(Request request, TermSource source, Snapshot snapshot, Span<float> scores)
    {
        scores = scores[..this.Tools];
        var length = 0f;
        foreach (var (term, worth) in Telling(request, source, snapshot))
        {
            var row = this.Of(term);
            if (row.IsEmpty) continue;
            TensorPrimitives.MultiplyAdd(row, worth, scores, scores);
            length += worth * worth;
        }

        if (length == 0) return false;
        TensorPrimitives.Divide(scores, MathF.Sqrt(length), scores);
        TensorPrimitives.Subtract(scores, TensorPrimitives.Min<float>(scores) - 1e-6f, scores);
        return true;
    }

    /// <summary>The weights of a term; none: it was not learned.</summary>
    protected abstract ReadOnlySpan<float> Of(string term);
}

/// <summary>Weights as they were just learned.</summary>
internal sealed class TrainedWeights(IReadOnlyDictionary<string, int> terms, float[] weights, int tools) : LearnedWeights
{
    public override int Tools => tools;

    public IReadOnlyDictionary<string, int> Terms => terms;

    public ReadOnlySpan<float> Row(int term) => weights.AsSpan(term * tools, tools);

    protected override ReadOnlySpan<float> Of(string term) => terms.TryGetValue(term, out var at) ? this.Row(at) : [];
}

/// <summary>Weights as the index has them. One thread at a time.</summary>
internal sealed class StoredWeights(TermSource source, Snapshot snapshot) : LearnedWeights
{
    private const int MaxKept = 4 << 20;

    private readonly Dictionary<string, float[]> kept = new(StringComparer.Ordinal);
    private int keptWeights;

    public override int Tools => snapshot.LearnedTools;

    protected override ReadOnlySpan<float> Of(string term)
    {
        if (this.kept.TryGetValue(term, out var weights)) return weights;
        weights = LearnedTable.Read(source, term, this.Tools);
        if ((this.keptWeights += weights.Length + 20) > MaxKept)
        {
            this.kept.Clear();
            this.keptWeights = weights.Length + 20;
        }

        return this.kept[term] = weights;
    }
}
