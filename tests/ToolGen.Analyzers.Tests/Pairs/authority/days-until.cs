// Counts the days until an event from the machine's clock, which no sample can replay.
using System;
using ToolGen;

namespace Vulnerable
{
    public static class CountdownTools
    {
        /// <summary>Days until an event, and in words.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static (int Days, string Words) DaysUntil(DateOnly day)
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            var days = day.DayNumber - today.DayNumber;
            return (days, days switch { 0 => "today", 1 => "tomorrow", < 0 => "over", _ => $"in {days} days" });
        }
    }
}

namespace Fixed
{
    public static class CountdownTools
    {
        /// <summary>Days until an event, and in words.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock"])]
        public static (int Days, string Words) DaysUntil(DateOnly day, ToolContext context)
        {
            var today = DateOnly.FromDateTime(context.Now.UtcDateTime);
            var days = day.DayNumber - today.DayNumber;
            return (days, days switch { 0 => "today", 1 => "tomorrow", < 0 => "over", _ => $"in {days} days" });
        }
    }
}
