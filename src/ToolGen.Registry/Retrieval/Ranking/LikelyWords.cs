using System;
using System.Collections.Generic;
using ToolGen.Registry.Retrieval.Storage;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>The words of the index that have most runs of three characters in common with a word. One thread at a time.</summary>
internal sealed class LikelyWords(TermSource source, Snapshot snapshot, RetrievalSettings settings)
{
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

        for (var i = 0; i < this.kept; i++)
        {
            if (source.TermOfWord(this.best[i]) is not { } term) continue;
            if (!terms.TryGetValue(term, out var likely)) terms[term] = likely = new(term);
            likely.Add(this.likenesses[i], word);
        }
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
internal sealed class LikelyTerm(string term)
{
    private string? last;
    private double ofLast;

    public string Term => term;

    public double Likeness { get; private set; }

    /// <summary>One word of the request counts once, by its greatest likeness, which comes first.</summary>
    public void Add(double likeness, string word)
    {
        if (this.last == word && likeness <= this.ofLast) return;
        (this.last, this.ofLast) = (word, likeness);
        this.Likeness += likeness;
    }
}
