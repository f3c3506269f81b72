using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>One query: filters, arms, fusion, and where it is asked for, why.</summary>
internal sealed class QuerySearch(TermSource source, ArmSearch search, Snapshot snapshot, RetrievalSettings settings)
{
    /// <summary>So many terms of an arm are told.</summary>
    private const int ToldTerms = 12;

    public ToolAnswer Answer(ToolQuery query, DenseRequest? dense)
    {
        var request = new Request(query.Text);
        var isAllowed = this.Filter(query);
        var weights = dense is null ? snapshot.Weights : snapshot.DenseWeights;
        var terms = new IReadOnlyList<WeightedTerm>[ArmWeights.Names.Count];
        for (var arm = 0; query.Explain && arm < terms.Length; arm++) terms[arm] = search.Terms(arm, request);
        var arms = search.Rank(request, dense, arm => weights[arm] > 0 || query.Explain, isAllowed);
        var fused = Ranked.Fuse(arms, weights, settings.RankLoss, query.Limit);
        var hits = new List<ToolHit>(fused.Tools.Count);
        for (var i = 0; i < fused.Tools.Count; i++)
        {
            if (source.Tool(fused.Tools[i]) is not { } tool) throw Snapshot.Damaged();
            var hit = new ToolHit(tool.Id, tool.Name, fused.Scores[i]);
            hits.Add(query.Explain ? hit with { Arms = this.Explain(fused.Tools[i], arms, terms) } : hit);
        }

        return new(hits, ArmWeights.Named(weights));
    }

    private Func<int, bool> Filter(ToolQuery query)
    {
        var states = 0u;
        foreach (var state in query.States) states |= 1u << (int)state;
        var allowed = Facets.Allowed(query, source, snapshot);
        return tool =>
        {
            var state = snapshot.States[tool];
            if (state > 31 || (states & (1u << state)) == 0 || (allowed is not null && !allowed.Contains(tool))) return false;
            return state != (byte)ToolState.Session || (query.Caller is { } caller && snapshot.Owners.GetValueOrDefault(tool) == caller);
        };
    }

    private IReadOnlyList<ArmHit> Explain(int tool, IReadOnlyList<Ranked> arms, IReadOnlyList<WeightedTerm>[] terms)
    {
        var hits = new List<ArmHit>();
        for (var arm = 0; arm < arms.Count; arm++)
        {
            var rank = arms[arm].RankOf(tool);
            var matched = terms[arm]
                .Select(term => (Term: term, Found: Scorer.Of(snapshot, settings, term, tool)))
                .Where(term => term.Found.Score > 0)
                .OrderByDescending(term => term.Found.Score)
                .Take(ToldTerms)
                .Select(term => new MatchedTerm(term.Term.Entry.Term, term.Term.Entry.Tools, term.Found.Score, term.Found.Fields));
            hits.Add(new(ArmWeights.Names[arm], rank, rank is { } at ? arms[arm].Scores[at - 1] : 0, [.. matched]));
        }

        return hits;
    }
}
