// Sums the digits of a reference in windows; the window lives on the stack and is as large as asked for.
using System;
using ToolGen;

namespace Vulnerable
{
    public class ReferenceTools
    {
        /// <summary>The largest sum of digits in a window of a reference number.</summary>
        [Tool(Name = "largest_window", ReadOnly = true)]
        public int LargestWindow(string reference, int window)
        {
            if (window < 1) return 0;
            Span<int> recent = stackalloc int[window];
            recent.Clear();
            int sum = 0, best = 0;
            for (var i = 0; i < reference.Length; i++)
            {
                var digit = reference[i] is >= '0' and <= '9' ? reference[i] - '0' : 0;
                sum += digit - recent[i % window];
                recent[i % window] = digit;
                best = Math.Max(best, sum);
            }

            return best;
        }
    }
}

namespace Fixed
{
    public class ReferenceTools
    {
        private const int MaxWindow = 128;

        /// <summary>The largest sum of digits in a window (at most 128) of a reference number.</summary>
        [Tool(Name = "largest_window", ReadOnly = true)]
        public int LargestWindow(string reference, int window)
        {
            if (window is < 1 or > MaxWindow)
                throw new ToolException(ToolErrorCodes.InvalidInput, $"window must be 1 to {MaxWindow}");
            Span<int> recent = stackalloc int[MaxWindow];
            recent.Clear();
            int sum = 0, best = 0;
            for (var i = 0; i < reference.Length; i++)
            {
                var digit = reference[i] is >= '0' and <= '9' ? reference[i] - '0' : 0;
                sum += digit - recent[i % window];
                recent[i % window] = digit;
                best = Math.Max(best, sum);
            }

            return best;
        }
    }
}
