// Lists the first Fibonacci numbers; how many numbers of growing size are kept follows the argument.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Numerics;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class MathFunctions
    {
        public static AIFunction Create() => AIFunctionFactory.Create(Fibonacci, "fibonacci");

        [Description("The first n Fibonacci numbers.")]
        private static string[] Fibonacci(int n)
        {
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n), "n must not be negative");
            }

            var found = new List<BigInteger>(n);
            BigInteger a = 0, b = 1;
            while (found.Count < n)
            {
                found.Add(a);
                (a, b) = (b, a + b);
            }

            return found.Select(x => x.ToString()).ToArray();
        }
    }
}

namespace Fixed
{
    public static class MathFunctions
    {
        public static AIFunction Create() => AIFunctionFactory.Create(Fibonacci, "fibonacci");

        [Description("The first n Fibonacci numbers, n at most 300.")]
        private static string[] Fibonacci(int n)
        {
            if (n is < 0 or > 300)
            {
                throw new ArgumentOutOfRangeException(nameof(n), "n must be 0 to 300");
            }

            var found = new List<BigInteger>(n);
            BigInteger a = 0, b = 1;
            while (found.Count < n)
            {
                found.Add(a);
                (a, b) = (b, a + b);
            }

            return found.Select(x => x.ToString()).ToArray();
        }
    }
}
