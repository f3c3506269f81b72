// Lists prime numbers up to a limit; the sieve lies on the stack and the limit is the caller's.
using System.Collections.Generic;
using ToolGen;

namespace Vulnerable
{
    public static class NumberTools
    {
        /// <summary>Prime numbers up to a limit.</summary>
        /// <param name="limit">The limit.</param>
        [Tool(ReadOnly = true, Idempotent = true)]
        public static unsafe List<int> ListPrimes(int limit)
        {
            var primes = new List<int>();
            bool* composite = stackalloc bool[limit + 1];
            for (int i = 2; i <= limit; i++)
            {
                if (composite[i]) continue;
                primes.Add(i);
                for (long j = (long)i * i; j <= limit; j += i) composite[j] = true;
            }

            return primes;
        }
    }
}

namespace Fixed
{
    public static class NumberTools
    {
        /// <summary>Prime numbers up to a limit.</summary>
        /// <param name="limit">The limit, at most 100,000.</param>
        [Tool(ReadOnly = true, Idempotent = true)]
        public static List<int> ListPrimes(int limit)
        {
            if (limit is < 2 or > 100_000) throw new ToolException(ToolErrorCodes.InvalidInput, "the limit is 2 to 100,000");

            var primes = new List<int>();
            var composite = new bool[limit + 1];
            for (int i = 2; i <= limit; i++)
            {
                if (composite[i]) continue;
                primes.Add(i);
                for (long j = (long)i * i; j <= limit; j += i) composite[j] = true;
            }

            return primes;
        }
    }
}
