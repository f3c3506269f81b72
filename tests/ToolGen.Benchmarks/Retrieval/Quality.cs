using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>How good rankings are, in percent, over questions: nDCG of the first ten, and the share of a question's tools among the first five.</summary>
internal sealed record Quality(double Ndcg, double Recall, int Questions)
{
    public static Quality Of(IReadOnlyList<Question> questions, Func<string, IReadOnlyList<string>> search)
    {
        double ndcg = 0, recall = 0;
        foreach (var question in questions)
        {
            var found = search(question.Text);
            ndcg += Gain(found, question.Tools);
            recall += (double)found.Take(5).Count(question.Tools.Contains) / question.Tools.Count;
        }

        return new(100 * ndcg / questions.Count, 100 * recall / questions.Count, questions.Count);
    }

    private static double Gain(IReadOnlyList<string> found, IReadOnlySet<string> wanted)
    {
        double gain = 0, best = 0;
        for (var i = 0; i < Math.Min(10, found.Count); i++)
            if (wanted.Contains(found[i])) gain += 1 / Math.Log2(i + 2);
        for (var i = 0; i < Math.Min(10, wanted.Count); i++) best += 1 / Math.Log2(i + 2);
        return gain / best;
    }
}
