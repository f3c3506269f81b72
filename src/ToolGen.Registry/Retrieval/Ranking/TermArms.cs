using System;
using System.Collections.Generic;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>The two arms over terms: <c>words</c> takes the stems as they are, <c>grams</c> the terms of those words of the index that have most runs of three characters in common.</summary>
internal static class TermArms
{
    public static IReadOnlyList<WeightedTerm> Words(Request request, TermSource source, Snapshot snapshot, RetrievalSettings settings)
    {
        var terms = new List<WeightedTerm>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in request.Words)
            if (seen.Add(word.Stem) && source.Term(word.Stem, snapshot) is { } entry) terms.Add(new(entry, 1));
        foreach (var pair in request.Pairs)
            if (source.Term(pair, snapshot) is { } entry) terms.Add(new(entry, settings.PairWeight));
        return Pruned(terms, settings);
    }

    public static IReadOnlyList<WeightedTerm> Grams(Request request, LikelyWords likely, TermSource source, Snapshot snapshot, RetrievalSettings settings)
    {
        var likelyTerms = new Dictionary<string, LikelyTerm>(StringComparer.Ordinal);
        foreach (var word in request.Words) likely.Add(word.Word, likelyTerms);
        var terms = new List<WeightedTerm>();
        foreach (var one in likelyTerms.Values)
            if (source.Term(one.Term, snapshot) is { } entry) terms.Add(new(entry, one.Likeness));
        return Pruned(terms, settings);
    }

    /// <summary>Pruned by document frequency: the rarest first, and no more than can be read in time.</summary>
    private static List<WeightedTerm> Pruned(List<WeightedTerm> terms, RetrievalSettings settings)
    {
        terms.Sort((one, other) => one.Entry.Tools != other.Entry.Tools ? one.Entry.Tools.CompareTo(other.Entry.Tools) : string.CompareOrdinal(one.Entry.Term, other.Entry.Term));
        var (kept, postings) = (0, 0L);
        while (kept < terms.Count)
        {
            postings += terms[kept].Entry.Tools;
            if (kept > 0 && postings > settings.MaxPostings) break;
            kept++;
        }

        terms.RemoveRange(kept, terms.Count - kept);
        return terms;
    }
}
