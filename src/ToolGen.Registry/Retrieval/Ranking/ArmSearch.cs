using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>Asks every arm. One thread at a time.</summary>
internal sealed class ArmSearch(TermSource source, Snapshot snapshot, RetrievalSettings settings)
{
    private readonly float[] scores = new float[snapshot.Tools];

    private readonly LikelyWords likely = new(source, snapshot, settings);

    /// <summary>The terms that an arm reads; none for the dense one.</summary>
    public IReadOnlyList<WeightedTerm> Terms(int arm, Request request) => arm switch
    {
        ArmWeights.Words => TermArms.Words(request, source, snapshot, settings),
        ArmWeights.Grams => TermArms.Grams(request, this.likely, source, snapshot, settings),
        _ => [],
    };

    /// <summary>The dense arm's best tools; none where there are no vectors.</summary>
    public Ranked Rank(DenseRequest? request, Func<int, bool> isAllowed, HeldOut? held = null)
    {
        if (request is null || snapshot.Vectors is not { } vectors) return Ranked.None;
        request.Score(vectors, this.scores, held);
        return Ranked.Take(this.scores, settings.Depth, isAllowed);
    }

    /// <summary>An arm's best tools. Of several sentences each is asked alone too, so that one of many needs is not outvoted: a tool gets its share of the best score for the whole, and for the sentence that it fits best.</summary>
    public Ranked Rank(int arm, Request request, Func<int, bool> isAllowed, HeldOut? held = null)
    {
        try
        {
            if (!this.Score(this.Terms(arm, request), this.scores, held)) return Ranked.None;
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
            if (!this.Score(this.Terms(arm, one), sentence, held)) continue;
            Share(sentence);
            TensorPrimitives.Max<float>(best, sentence, best);
        }

        Share(this.scores);
        TensorPrimitives.MultiplyAdd<float>(best, (float)settings.SentenceWeight, this.scores, this.scores);
    }

    private bool Score(IReadOnlyList<WeightedTerm> terms, float[] into, HeldOut? held)
    {
        if (terms.Count == 0) return false;
        Scorer.Add(snapshot, settings, terms, into, held);
        return true;
    }

    private static void Share(float[] scores)
    {
        var most = TensorPrimitives.Max<float>(scores);
        if (most > 0) TensorPrimitives.Divide<float>(scores, most, scores);
    }
}
