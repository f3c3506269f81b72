// Compares ways to sort numbers; the answer depends on how long the machine took, and not on the numbers alone.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class SortTools
    {
        /// <summary>Which way sorts these numbers with the least effort.</summary>
        /// <param name="numbers">Numbers.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string CheapestSort(int[] numbers)
        {
            var ways = new Dictionary<string, Func<int[], int[]>> { ["quick"] = n => { Array.Sort(n); return n; }, ["linq"] = n => [.. n.Order()] };
            return ways.MinBy(w => Measure(w.Value, [.. numbers])).Key;
        }

        private static long Measure(Func<int[], int[]> sort, int[] numbers)
        {
            var watch = Stopwatch.StartNew();
            sort(numbers);
            return watch.ElapsedTicks;
        }
    }
}

namespace Fixed
{
    public static class SortTools
    {
        /// <summary>Which way sorts these numbers with the least effort.</summary>
        /// <param name="numbers">Numbers.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string CheapestSort(int[] numbers)
        {
            var ways = new Dictionary<string, Func<int[], Comparer<int>, int[]>> { ["quick"] = (n, c) => { Array.Sort(n, c); return n; }, ["linq"] = (n, c) => [.. n.Order(c)] };
            return ways.MinBy(w => Measure(w.Value, [.. numbers])).Key;
        }

        private static long Measure(Func<int[], Comparer<int>, int[]> sort, int[] numbers)
        {
            var comparisons = 0L;
            sort(numbers, Comparer<int>.Create((a, b) => { comparisons++; return a.CompareTo(b); }));
            return comparisons;
        }
    }
}
