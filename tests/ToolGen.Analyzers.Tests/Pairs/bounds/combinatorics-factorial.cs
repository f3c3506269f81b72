// Counts the ways to choose k of n by factorials; the recursion goes as deep as n.
using System.Numerics;
using ToolGen;

namespace Vulnerable
{
    public static class CombinatoricsTools
    {
        /// <summary>How many ways there are to choose k things out of n.</summary>
        [Tool]
        public static string CountChoices(int n, int k)
        {
            if (k < 0 || k > n) return "0";
            return (Factorial(n) / (Factorial(k) * Factorial(n - k))).ToString();
        }

        private static BigInteger Factorial(int n) => n <= 1 ? BigInteger.One : n * Factorial(n - 1);
    }
}

namespace Fixed
{
    public static class CombinatoricsTools
    {
        private const int Most = 500;

        /// <summary>How many ways there are to choose k things out of n (at most 500).</summary>
        [Tool]
        public static string CountChoices(int n, int k)
        {
            if (n > Most) throw new ToolException("invalid_input", $"n must be at most {Most}");
            if (k < 0 || k > n) return "0";

            var ways = BigInteger.One;
            for (var i = 1; i <= k; i++)
            {
                ways = ways * (n - k + i) / i;
            }

            return ways.ToString();
        }
    }
}
