// Lets two solvers of a knapsack run and takes the answer of the one that is ready first.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    /// <summary>What fits.</summary>
    public sealed record Packing(int[] Items, int Value);

    public static class PackTools
    {
        /// <summary>Packs what is worth most.</summary>
        /// <param name="weights">Weights.</param>
        /// <param name="values">Values.</param>
        /// <param name="limit">What can be carried.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static async Task<Packing> PackItems(int[] weights, int[] values, int limit)
        {
            var byValue = Task.Run(() => Greedy(weights, values, limit, i => -values[i]));
            var byRatio = Task.Run(() => Greedy(weights, values, limit, i => -values[i] / (double)Math.Max(1, weights[i])));
            var first = await Task.WhenAny(byValue, byRatio);
            return await first;
        }

        private static Packing Greedy(int[] weights, int[] values, int limit, Func<int, double> key)
        {
            var taken = new List<int>();
            foreach (var i in Enumerable.Range(0, Math.Min(weights.Length, values.Length)).OrderBy(key))
                if (weights[i] <= limit) { taken.Add(i); limit -= weights[i]; }
            return new([.. taken], taken.Sum(i => values[i]));
        }
    }
}

namespace Fixed
{
    /// <summary>What fits.</summary>
    public sealed record Packing(int[] Items, int Value);

    public static class PackTools
    {
        /// <summary>Packs what is worth most.</summary>
        /// <param name="weights">Weights.</param>
        /// <param name="values">Values.</param>
        /// <param name="limit">What can be carried.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static async Task<Packing> PackItems(int[] weights, int[] values, int limit)
        {
            var byValue = Task.Run(() => Greedy(weights, values, limit, i => -values[i]));
            var byRatio = Task.Run(() => Greedy(weights, values, limit, i => -values[i] / (double)Math.Max(1, weights[i])));
            var both = await Task.WhenAll(byValue, byRatio);
            return both[0].Value >= both[1].Value ? both[0] : both[1];
        }

        private static Packing Greedy(int[] weights, int[] values, int limit, Func<int, double> key)
        {
            var taken = new List<int>();
            foreach (var i in Enumerable.Range(0, Math.Min(weights.Length, values.Length)).OrderBy(key))
                if (weights[i] <= limit) { taken.Add(i); limit -= weights[i]; }
            return new([.. taken], taken.Sum(i => values[i]));
        }
    }
}
