using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using System.Threading;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>
/// Learns from asks which terms tell a tool from all others: multinomial logistic regression, its examples the asks, names and descriptions, by stochastic gradient descent in an order that is always
/// the same. It takes time and room for each term and each tool, so large catalogues, whose asks are few beside their tools, have none.
/// </summary>
internal sealed class AskTrainer
{
    private const int LeastAsks = 20;
    private const int MaxTools = 2_000;
    private const int MaxWeights = 16 << 20;
    private const int Epochs = 10;
    private const float Rate = 2;

    /// <summary>Weights looked at, all in all: about a second.</summary>
    private const double MaxWork = 4e9;

    private readonly List<Example> examples = [];
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly int tools;

    private AskTrainer(int tools) => this.tools = tools;

    /// <summary>Null: there is too little to learn from, or too much to learn it in time.</summary>
    /// <param name="tools">All tools, in the order of their numbers, which begin with 0.</param>
    /// <param name="source">Their terms.</param>
    /// <param name="snapshot">The same index.</param>
    public static AskTrainer? Of(IReadOnlyList<(ToolDocument Document, IReadOnlyList<string> Asks)> tools, TermSource source, Snapshot snapshot)
    {
        if (tools.Count is < 2 or > MaxTools || tools.Where(tool => LearnedTable.IsTeacher(tool.Document)).Sum(tool => tool.Asks.Count) < LeastAsks) return null;
        var trainer = new AskTrainer(tools.Count);
        for (var tool = 0; tool < tools.Count; tool++)
        {
            var (document, asks) = tools[tool];
            if (!LearnedTable.IsTeacher(document)) continue;
            var name = document.Title is { } title ? document.Name + " " + title : document.Name;
            trainer.Add(tool, ToolField.Name, name, source, snapshot);
            trainer.Add(tool, ToolField.Description, document.Description, source, snapshot);
            trainer.Add(tool, ToolField.Description, name + " " + document.Description, source, snapshot);
            foreach (var ask in asks) trainer.Add(tool, ToolField.Asks, ask, source, snapshot);
        }

        return trainer.terms.Count == 0 || (long)trainer.terms.Count * tools.Count > MaxWeights || trainer.Work > MaxWork ? null : trainer;
    }

    private double Work => 2.0 * Epochs * this.tools * this.examples.Sum(example => (double)example.Terms.Length);

    /// <summary>The weights.</summary>
    /// <param name="without">Questions of the self-test: what they are made of is not learned from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public TrainedWeights Train(IReadOnlyList<SelfTest.Trial> without, CancellationToken cancellationToken)
    {
        var isOut = without.Select(trial => (trial.Held.Tool, (ToolField)trial.Held.Field, trial.Held.Field == (int)ToolField.Asks ? trial.Text : "")).ToHashSet();
        Example[] order = [.. this.examples.Where(example => !isOut.Contains((example.Tool, example.Field, example.Field == ToolField.Asks ? example.Text : "")))];
        var (weights, scores, random) = (new float[this.terms.Count * this.tools], new float[this.tools], 1u);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = order.Length - 1; i > 0; i--)
            {
                random = (random * 1664525) + 1013904223;
                var other = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[other]) = (order[other], order[i]);
            }

            var rate = Rate * (1.02f - ((float)epoch / Epochs));
            foreach (var example in order) this.Step(example, weights, scores, rate);
        }

        return new(this.terms, weights, this.tools);
    }

    private void Step(Example example, float[] weights, float[] scores, float rate)
    {
        Array.Clear(scores);
        for (var i = 0; i < example.Terms.Length; i++) TensorPrimitives.MultiplyAdd(this.Row(weights, example.Terms[i]), example.Worths[i], scores, scores);
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp<float>(scores, scores);
        TensorPrimitives.Divide(scores, TensorPrimitives.Sum<float>(scores), scores);
        scores[example.Tool] -= 1;
        for (var i = 0; i < example.Terms.Length; i++)
        {
            var row = this.Row(weights, example.Terms[i]);
            TensorPrimitives.MultiplyAdd(scores, -rate * example.Worths[i], row, row);
        }
    }

    private Span<float> Row(float[] weights, int term) => weights.AsSpan(term * this.tools, this.tools);

    private void Add(int tool, ToolField field, string text, TermSource source, Snapshot snapshot)
    {
        var telling = LearnedWeights.Telling(new(text), source, snapshot);
        if (telling.Count == 0) return;
        var length = MathF.Sqrt(telling.Sum(term => term.Worth * term.Worth));
        var numbers = new int[telling.Count];
        for (var i = 0; i < numbers.Length; i++)
            if (!this.terms.TryGetValue(telling[i].Term, out numbers[i])) this.terms[telling[i].Term] = numbers[i] = this.terms.Count;
        this.examples.Add(new(tool, field, text, numbers, [.. telling.Select(term => term.Worth / length)]));
    }

    /// <summary>A text of a tool: its terms by number, and how telling each is; all together of length one.</summary>
    private sealed record Example(int Tool, ToolField Field, string Text, int[] Terms, float[] Worths);
}
