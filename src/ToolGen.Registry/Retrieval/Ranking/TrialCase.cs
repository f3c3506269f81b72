using System;
using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>What the arms said to one question of the self-test: many weights are tried on it, so it is kept as what each arm divides its weight by for each tool.</summary>
internal sealed class TrialCase
{
    private readonly List<int> tools = [];
    private readonly double[][] losses;
    private readonly int wanted;

    public TrialCase(IReadOnlyList<Ranked> arms, int wanted, double loss, int depth)
    {
        var at = new Dictionary<int, int>();
        foreach (var arm in arms)
        {
            for (var i = 0; i < arm.Tools.Count && i < depth; i++)
                if (at.TryAdd(arm.Tools[i], this.tools.Count)) this.tools.Add(arm.Tools[i]);
        }

        this.wanted = at.GetValueOrDefault(wanted, -1);
        this.losses = new double[arms.Count][];
        for (var arm = 0; arm < arms.Count; arm++)
        {
            this.losses[arm] = new double[this.tools.Count];
            Array.Fill(this.losses[arm], double.PositiveInfinity);
            for (var i = 0; i < arms[arm].Tools.Count && i < depth; i++) this.losses[arm][at[arms[arm].Tools[i]]] = loss + i + 1;
        }
    }

    /// <summary>How good it is where the tool that was wanted then stands, as <see cref="Ranked.Fuse"/> has it: 1 for the first, less for each behind it, 0 behind the tenth.</summary>
    public double Gain(IReadOnlyList<double> weights)
    {
        if (this.wanted < 0 || this.Score(this.wanted, weights) is not (> 0 and var score)) return 0;
        var rank = 1;
        for (var i = 0; i < this.tools.Count && rank <= 10; i++)
        {
            var other = this.Score(i, weights);
            if (other > score || (other == score && this.tools[i] < this.tools[this.wanted])) rank++;
        }

        return rank > 10 ? 0 : 1 / Math.Log2(rank + 1);
    }

    private double Score(int tool, IReadOnlyList<double> weights)
    {
        var score = 0.0;
        for (var arm = 0; arm < weights.Count; arm++) score += weights[arm] / this.losses[arm][tool];
        return score;
    }
}
