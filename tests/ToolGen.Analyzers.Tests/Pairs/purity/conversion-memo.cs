// Converts amounts at a rate that the caller gives; a static memo remembers the first rate of a pair for all others.
using System;
using System.Collections.Concurrent;
using ToolGen;

namespace Vulnerable
{
    public static class ConversionTools
    {
        private static readonly ConcurrentDictionary<(string From, string To, decimal Amount), decimal> Memo = new();

        /// <summary>Converts an amount.</summary>
        /// <param name="amount">The amount.</param>
        /// <param name="from">A currency.</param>
        /// <param name="to">A currency.</param>
        /// <param name="rate">The rate.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static decimal ConvertAmount(decimal amount, string from, string to, decimal rate) =>
            Memo.GetOrAdd((from, to, amount), key => Math.Round(key.Amount * rate, 2, MidpointRounding.ToEven));
    }
}

namespace Fixed
{
    public static class ConversionTools
    {
        /// <summary>Converts an amount.</summary>
        /// <param name="amount">The amount.</param>
        /// <param name="from">A currency.</param>
        /// <param name="to">A currency.</param>
        /// <param name="rate">The rate.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static decimal ConvertAmount(decimal amount, string from, string to, decimal rate)
        {
            if (string.Equals(from, to, StringComparison.Ordinal)) return amount;
            if (rate <= 0) throw new ToolException(ToolErrorCodes.InvalidInput, "a rate is above 0");
            return Math.Round(amount * rate, 2, MidpointRounding.ToEven);
        }
    }
}
