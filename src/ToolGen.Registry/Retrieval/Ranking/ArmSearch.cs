using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>Asks every arm. One thread at a time.</summary>
/// <param name="source">Reads the index.</param>
/// <param name="snapshot">What it is.</param>
/// <param name="settings">The constants.</param>
/// <param name="trained">What was learned from asks; null: what the index has of it.</param>
internal sealed class ArmSearch(TermSource source, Snapshot snapshot, RetrievalSettings settings, LearnedWeights? trained = null)
{
    private readonly float[] scores = new float[snapshot.Tools];

    private readonly LikelyWords likely = new(source, snapshot, settings);

    private readonly LearnedWeights? learned = trained ?? (snapshot.LearnedTools > 0 ? new StoredWeights(source, snapshot) : null);

    /// <summary>The terms whose postings an arm reads; none for those that read other things.</summary>
    public IReadOnlyList<WeightedTerm> Terms(int arm, Request request) => arm switch
    {
        ArmWeights.Words => TermArms.Words(request, source, snapshot, settings),
        ArmWeights.Grams => TermArms.Grams(request, this.likely, source, snapshot, settings),
        _ => [],
    };

    /// <summary>The best tools of each arm that is wanted, in the order of <see cref="ArmWeights.Names"/>. What was learned from asks orders tools that have words of the request, and adds none.</summary>
    public Ranked[] Rank(Request request, DenseRequest? dense, Func<int, bool> isWanted, Func<int, bool> isAllowed, HeldOut? held = null)
    {
        var arms = new Ranked[ArmWeights.Names.Count];
        Array.Fill(arms, Ranked.None);
        var isLearned = this.learned is not null && isWanted(ArmWeights.Asks);
        foreach (var arm in new[] { ArmWeights.Words, ArmWeights.Grams })
            if (isLearned || isWanted(arm)) arms[arm] = this.Rank(arm, request, isAllowed, held);
        if (isLearned) arms[ArmWeights.Asks] = this.Rank(ArmWeights.Asks, request, arms[ArmWeights.Words].Tools.Concat(arms[ArmWeights.Grams].Tools).ToHashSet().Contains, held);
        if (isWanted(ArmWeights.Dense)) arms[ArmWeights.Dense] = this.Rank(dense, isAllowed, held);
        return arms;
    }

    private Ranked Rank(DenseRequest? request, Func<int, bool> isAllowed, HeldOut? held)
    {
        if (request is null || snapshot.Vectors is not { } vectors) return Ranked.None;
        request.Score(vectors, this.scores, held);
        return Ranked.Take(this.scores, settings.Depth, isAllowed);
    }

    /// <summary>An arm's best tools. Of several sentences each is asked alone too, so that one of many needs is not outvoted: a tool gets its share of the best score for the whole, and for the sentence that it fits best.</summary>
    private Ranked Rank(int arm, Request request, Func<int, bool> isAllowed, HeldOut? held)
    {
        try
        {
            if (!this.Score(arm, request, this.scores, held)) return Ranked.None;
            if (request.Sentences.Count > 0) this.AddSentences(arm, request, held);
            return Ranked.Take(this.scores, settings.Depth, isAllowed);
        }
        catch
        {
            Array.Clear(this.scores);
            throw;
        }
    }

    private void AddSentences(int arm, Request request, HeldOut? held)
    {
        var (sentence, best) = (new float[this.scores.Length], new float[this.scores.Length]);
        foreach (var one in request.Sentences)
        {
            Array.Clear(sentence);
            if (!this.Score(arm, one, sentence, held)) continue;
            Shares.Of(sentence);
            TensorPrimitives.Max<float>(best, sentence, best);
        }

        Shares.Of(this.scores);
        TensorPrimitives.MultiplyAdd<float>(best, (float)settings.SentenceWeight, this.scores, this.scores);
    }

    private bool Score(int arm, Request request, float[] into, HeldOut? held)
    {
        if (arm == ArmWeights.Asks) return this.learned!.Score(request, source, snapshot, into);
        var terms = this.Terms(arm, request);
        if (terms.Count == 0) return false;
        Scorer.Add(snapshot, settings, terms, into, held);
        return true;
    }
}
