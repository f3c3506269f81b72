// Says whether a shop is open; the time provider is injected but falls back to the system's, and is given by nobody.
using System;
using System.Collections.Generic;
using ToolGen;

namespace Vulnerable
{
    public sealed class OpeningTools(TimeProvider? time = null)
    {
        private readonly TimeProvider time = time ?? TimeProvider.System;

        /// <summary>Whether the shop is open, by UTC.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public bool ShopIsOpen(TimeOnly opens, TimeOnly closes, IReadOnlySet<DayOfWeek> closed)
        {
            var now = this.time.GetUtcNow();
            return !closed.Contains(now.DayOfWeek) && TimeOnly.FromDateTime(now.UtcDateTime).IsBetween(opens, closes);
        }
    }
}

namespace Fixed
{
    public sealed class OpeningTools
    {
        /// <summary>Whether the shop is open, by UTC.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock"])]
        public bool ShopIsOpen(TimeOnly opens, TimeOnly closes, IReadOnlySet<DayOfWeek> closed, ToolContext context)
        {
            var now = context.Now;
            return !closed.Contains(now.DayOfWeek) && TimeOnly.FromDateTime(now.UtcDateTime).IsBetween(opens, closes);
        }
    }
}
