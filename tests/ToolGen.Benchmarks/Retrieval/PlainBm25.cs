using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>BM25 as the papers have it (k1 1.2, b 0.75) over all words of a tool, in small letters, split at what is neither letter nor digit.</summary>
internal sealed class PlainBm25
{
    private readonly Dictionary<string, List<(int Tool, int Count)>> words = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ToolDocument> tools;
    private readonly int[] lengths;
    private readonly double average;

    public PlainBm25(IReadOnlyList<ToolDocument> tools)
    {
        this.tools = tools;
        this.lengths = new int[tools.Count];
        for (var tool = 0; tool < tools.Count; tool++)
        {
            var of = tools[tool];
            var read = Words(string.Join(' ', [of.Name, of.Description, .. of.Parameters.Select(parameter => parameter.Name + " " + parameter.Description), .. of.Asks])).ToArray();
            this.lengths[tool] = read.Length;
            foreach (var word in read.GroupBy(word => word, StringComparer.Ordinal))
            {
                if (!this.words.TryGetValue(word.Key, out var list)) this.words[word.Key] = list = [];
                list.Add((tool, word.Count()));
            }
        }

        this.average = this.lengths.Average();
    }

    public IReadOnlyList<string> Search(string text)
    {
        var scores = new Dictionary<int, double>();
        foreach (var word in Words(text).Distinct(StringComparer.Ordinal))
        {
            if (!this.words.TryGetValue(word, out var list)) continue;
            var rarity = Math.Log(1 + ((this.tools.Count - list.Count + 0.5) / (list.Count + 0.5)));
            foreach (var (tool, count) in list)
                scores[tool] = scores.GetValueOrDefault(tool) + (rarity * count * 2.2 / (count + (1.2 * (0.25 + (0.75 * this.lengths[tool] / this.average)))));
        }

        return [.. scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).Take(10).Select(score => this.tools[score.Key].Id)];
    }

    private static IEnumerable<string> Words(string text) => PlainFts.Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);
}
