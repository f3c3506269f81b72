using System;
using System.Collections.Generic;
using ToolGen.Registry.Retrieval.Storage;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>The words of the index that have most runs of three characters in common with a word. One thread at a time.</summary>
internal sealed class LikelyWords(TermSource source, Snapshot snapshot, RetrievalSettings settings)
{
    private const int MaxKnown = 2_000;

    private readonly Dictionary<string, List<LikelyTerm>> known = new(StringComparer.Ordinal);
    private readonly byte[] common = new byte[snapshot.Words];
    private readonly byte[] sizes = new byte[snapshot.Words];
    private readonly List<int> touched = [];
    private readonly List<long> grams = [];
    private readonly List<byte[]> lists = [];
    private readonly double[] likenesses = new double[settings.Likely];
    private readonly int[] best = new int[settings.Likely];
    private int kept;

    /// <summary>Adds the terms of those words, each once with its greatest likeness.</summary>
    public void Add(string word, Dictionary<string, LikelyTerm> terms)
    {
        if (!this.known.TryGetValue(word, out var likely))
        {
            if (this.known.Count >= MaxKnown) this.known.Clear();
            this.known[word] = likely = this.Find(word);
        }

        foreach (var one in likely)
        {
            if (!terms.TryGetValue(one.Term, out var term)) terms[one.Term] = term = new(one.Term, 0);
            term.Likeness += one.Likeness;
        }
    }

    private List<LikelyTerm> Find(string word)
    {
        this.grams.Clear();
        Grams.Of(word, this.grams);
        try
        {
            foreach (var gram in this.grams)
            {
                this.lists.Clear();
                source.Gram(gram, this.lists);
                foreach (var list in this.lists) this.Count(list);
            }

            this.kept = 0;
            foreach (var one in this.touched) this.Offer(this.Likeness(this.common[one], this.sizes[one]), one);
        }
        finally
        {
            foreach (var one in this.touched) this.common[one] = 0;
            this.touched.Clear();
        }

        // One word of the request counts once for a term, by its greatest likeness, which comes first.
        var found = new List<LikelyTerm>();
        for (var i = 0; i < this.kept; i++)
            if (source.TermOfWord(this.best[i]) is { } term && !found.Exists(one => one.Term == term)) found.Add(new(term, this.likenesses[i]));
        return found;
    }

    private void Count(ReadOnlySpan<byte> list)
    {
        var (at, number) = (0, 0);
        while (at < list.Length)
        {
            if (!Postings.TryRead(list, ref at, out var step) || at >= list.Length || (number += step) >= this.common.Length) throw Snapshot.Damaged();
            this.sizes[number] = list[at++];
            if (this.common[number] == 0) this.touched.Add(number);
            if (this.common[number] < byte.MaxValue) this.common[number]++;
        }
    }

    private double Likeness(int shared, int size)
    {
        var (shorter, longer) = (Math.Min(this.grams.Count, size), Math.Max(this.grams.Count, size));
        return shorter == 0 ? 0 : (double)shared / shorter * (1 - settings.LikeLonger + (settings.LikeLonger * shared / longer));
    }

    /// <summary>Keeps the best, in order; of equals the one with the lower number.</summary>
    private void Offer(double likeness, int word)
    {
        if (likeness < settings.Likeness) return;
        var at = this.kept;
        while (at > 0 && (this.likenesses[at - 1] < likeness || (this.likenesses[at - 1] == likeness && this.best[at - 1] > word))) at--;
        if (at == settings.Likely) return;
        if (this.kept < settings.Likely) this.kept++;
        for (var i = this.kept - 1; i > at; i--) (this.likenesses[i], this.best[i]) = (this.likenesses[i - 1], this.best[i - 1]);
        (this.likenesses[at], this.best[at]) = (likeness, word);
    }
}

/// <summary>A term that may be meant, and how like it is to the words of a request, all together.</summary>
internal sealed class LikelyTerm(string term, double likeness)
{
    public string Term => term;

    public double Likeness { get; set; } = likeness;
}
