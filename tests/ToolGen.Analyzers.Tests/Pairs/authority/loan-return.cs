// Computes the fee of a late return; the clock hides in a property of a base class.
using System;
using ToolGen;

namespace Vulnerable
{
    public abstract class TimedTools
    {
        protected virtual DateTime Now => DateTime.UtcNow;

        protected int DaysSince(DateOnly day) => DateOnly.FromDateTime(this.Now).DayNumber - day.DayNumber;
    }

    public sealed class LoanTools : TimedTools
    {
        /// <summary>Fee of a book that comes back now.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public decimal ReturnFee(DateOnly due) => Math.Max(0, this.DaysSince(due)) * 0.25m;
    }
}

namespace Fixed
{
    public abstract class TimedTools
    {
        protected static int DaysSince(DateTimeOffset now, DateOnly day) => DateOnly.FromDateTime(now.UtcDateTime).DayNumber - day.DayNumber;
    }

    public sealed class LoanTools : TimedTools
    {
        /// <summary>Fee of a book that comes back now.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock"])]
        public decimal ReturnFee(DateOnly due, ToolContext context) => Math.Max(0, DaysSince(context.Now, due)) * 0.25m;
    }
}
