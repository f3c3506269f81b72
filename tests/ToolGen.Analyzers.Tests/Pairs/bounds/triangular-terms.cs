// Takes terms of an endless sequence; as many as the caller says are put together into one text.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class SequenceFunctions
    {
        public static IList<AITool> All => [AIFunctionFactory.Create(Triangular, "triangular_numbers")];

        [Description("Triangular numbers from the first on.")]
        public static string Triangular([Description("How many")] int count = 10, bool onlyEven = false)
        {
            var terms = Endless().Where(t => !onlyEven || t % 2 == 0).Take(count);
            return string.Join(" ", terms);
        }

        private static IEnumerable<long> Endless()
        {
            long sum = 0;
            for (long i = 1; ; i++)
            {
                yield return sum += i;
            }
        }
    }
}

namespace Fixed
{
    public static class SequenceFunctions
    {
        public static IList<AITool> All => [AIFunctionFactory.Create(Triangular, "triangular_numbers")];

        [Description("Triangular numbers from the first on, at most 1,000.")]
        public static string Triangular([Description("How many")] int count = 10, bool onlyEven = false)
        {
            var terms = Endless().Where(t => !onlyEven || t % 2 == 0).Take(count).Take(1000);
            return string.Join(" ", terms);
        }

        private static IEnumerable<long> Endless()
        {
            long sum = 0;
            for (long i = 1; ; i++)
            {
                yield return sum += i;
            }
        }
    }
}
