// Counts primes up to a number with a sieve; the sieve has one element for each number.
using System;
using System.Collections;
using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public class PrimeService
    {
        public AIFunction[] Functions() => [AIFunctionFactory.Create(CountPrimes)];

        [Description("How many primes there are up to a number.")]
        public int CountPrimes(int upTo)
        {
            var limit = Math.Max(upTo, 2);
            var composite = new BitArray(limit + 1);
            var count = 0;
            for (long i = 2; i <= limit; i++)
            {
                if (composite[(int)i]) continue;
                count++;
                for (var j = i * i; j <= limit; j += i) composite[(int)j] = true;
            }

            return count;
        }
    }
}

namespace Fixed
{
    public class PrimeService
    {
        private const int Largest = 1_000_000;

        public AIFunction[] Functions() => [AIFunctionFactory.Create(CountPrimes)];

        [Description("How many primes there are up to a number, which is at most 1,000,000.")]
        public int CountPrimes(int upTo)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(upTo, Largest);
            var limit = Math.Max(upTo, 2);
            var composite = new BitArray(limit + 1);
            var count = 0;
            for (long i = 2; i <= limit; i++)
            {
                if (composite[(int)i]) continue;
                count++;
                for (var j = i * i; j <= limit; j += i) composite[(int)j] = true;
            }

            return count;
        }
    }
}
