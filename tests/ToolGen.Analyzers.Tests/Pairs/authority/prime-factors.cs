// Factors a number and tells its progress on the console, which belongs to the host's protocol.
using System;
using System.Collections.Generic;
using ToolGen;

namespace Vulnerable
{
    public static class NumberTools
    {
        /// <summary>Prime factors of a number.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static List<int> PrimeFactors(int number)
        {
            if (number < 2) throw new ToolException(ToolErrorCodes.InvalidInput, "the number is at least 2");
            var factors = new List<int>();
            for (var divisor = 2; (long)divisor * divisor <= number; divisor++)
            {
                while (number % divisor == 0)
                {
                    Console.WriteLine($"found {divisor}");
                    factors.Add(divisor);
                    number /= divisor;
                }
            }

            if (number > 1) factors.Add(number);
            Console.Error.WriteLine("{0} factors", factors.Count);
            return factors;
        }
    }
}

namespace Fixed
{
    public static class NumberTools
    {
        /// <summary>Prime factors of a number.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static List<int> PrimeFactors(int number, ToolContext context)
        {
            if (number < 2) throw new ToolException(ToolErrorCodes.InvalidInput, "the number is at least 2");
            var factors = new List<int>();
            for (var divisor = 2; (long)divisor * divisor <= number; divisor++)
            {
                while (number % divisor == 0)
                {
                    context.Log($"found {divisor}");
                    factors.Add(divisor);
                    number /= divisor;
                }
            }

            if (number > 1) factors.Add(number);
            context.Log($"{factors.Count} factors");
            return factors;
        }
    }
}
