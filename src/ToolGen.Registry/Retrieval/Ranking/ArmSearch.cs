using System;
using System.Collections.Generic;
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

    public Ranked Rank(IReadOnlyList<WeightedTerm> terms, Func<int, bool> isAllowed, HeldOut? held = null)
    {
        if (terms.Count == 0) return Ranked.None;
        try
        {
            Scorer.Add(snapshot, settings, terms, this.scores, held);
            return Ranked.Take(this.scores, settings.Depth, isAllowed);
        }
        catch
        {
            Array.Clear(this.scores);
            throw;
        }
    }
}
