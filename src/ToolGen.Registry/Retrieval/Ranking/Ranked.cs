using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>Tools in the order of one arm, or of all together: the best first, of equals the one with the lower number.</summary>
internal sealed record Ranked(IReadOnlyList<int> Tools, IReadOnlyList<float> Scores)
{
    public static Ranked None { get; } = new([], []);

    /// <summary>The highest of these scores that are more than zero, and whose tools are allowed. All scores are zero afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Ranked Take(Span<float> scores, int most, Func<int, bool> isAllowed)
    {
        // The worst that is kept stands last.
        var (tools, kept, count) = (new int[most], new float[most], 0);
        for (var tool = 0; tool < scores.Length; tool++)
        {
            var score = scores[tool];
            if (score <= 0) continue;
            scores[tool] = 0;
            if ((count == most && score <= kept[most - 1]) || !isAllowed(tool)) continue;
            var at = count < most ? count++ : most - 1;
            for (; at > 0 && kept[at - 1] < score; at--) (tools[at], kept[at]) = (tools[at - 1], kept[at - 1]);
            (tools[at], kept[at]) = (tool, score);
        }

        return count == most ? new(tools, kept) : new(tools[..count], kept[..count]);
    }

    /// <summary>Weighted reciprocal rank fusion: each arm gives a tool its weight / (loss + rank). What is first in every arm has 1.</summary>
    public static Ranked Fuse(IReadOnlyList<Ranked> arms, IReadOnlyList<double> weights, double loss, int most)
    {
        var (tools, scores, count, best) = (new List<int>(), new List<double>(), 0, 0.0);
        for (var arm = 0; arm < arms.Count; arm++)
        {
            if (weights[arm] <= 0) continue;
            best += weights[arm] / (loss + 1);
            for (var i = 0; i < arms[arm].Tools.Count; i++)
            {
                var at = tools.IndexOf(arms[arm].Tools[i]);
                if (at < 0)
                {
                    at = tools.Count;
                    tools.Add(arms[arm].Tools[i]);
                    scores.Add(0);
                }

                scores[at] += weights[arm] / (loss + i + 1);
            }
        }

        var (first, kept) = (new int[Math.Min(most, tools.Count)], new float[Math.Min(most, tools.Count)]);
        for (; count < first.Length; count++)
        {
            var top = -1;
            for (var i = 0; i < tools.Count; i++)
                if (scores[i] > 0 && (top < 0 || scores[i] > scores[top] || (scores[i] == scores[top] && tools[i] < tools[top]))) top = i;
            (first[count], kept[count]) = (tools[top], (float)(scores[top] / best));
            scores[top] = 0;
        }

        return new(first, kept);
    }

    /// <summary>From 1; null: it is not here.</summary>
    public int? RankOf(int tool)
    {
        for (var i = 0; i < this.Tools.Count; i++)
            if (this.Tools[i] == tool) return i + 1;
        return null;
    }
}
