// Draws a sample of rows for an audit; the generator of the operating system is asked in a local function.
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using ToolGen;

namespace Vulnerable
{
    public static class AuditTools
    {
        /// <summary>Row numbers of a random sample.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static SortedSet<int> DrawSample(int rows, int size, ToolContext context)
        {
            if (rows is < 1 or > 1_000_000 || size < 1 || size > Math.Min(rows, 1000)) throw new ToolException(ToolErrorCodes.InvalidInput, "the sample is too large");
            var drawn = new SortedSet<int>();
            while (drawn.Count < size) drawn.Add(Draw());
            context.Log($"drew {drawn.Count} of {rows}");
            return drawn;

            int Draw() => RandomNumberGenerator.GetInt32(1, rows + 1);
        }
    }
}

namespace Fixed
{
    public static class AuditTools
    {
        /// <summary>Row numbers of a random sample.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["random"])]
        public static SortedSet<int> DrawSample(int rows, int size, ToolContext context)
        {
            if (rows is < 1 or > 1_000_000 || size < 1 || size > Math.Min(rows, 1000)) throw new ToolException(ToolErrorCodes.InvalidInput, "the sample is too large");
            var drawn = new SortedSet<int>();
            while (drawn.Count < size) drawn.Add(Draw());
            context.Log($"drew {drawn.Count} of {rows}");
            return drawn;

            int Draw() => context.Random.Next(1, rows + 1);
        }
    }
}
