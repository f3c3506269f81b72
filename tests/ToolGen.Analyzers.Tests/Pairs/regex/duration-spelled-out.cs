// Adds up durations such as "1h 30m"; the check of the whole text nests repetitions, the parts are read after it.
using System;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public static class DurationTools
    {
        private const string Whole = @"^(?:\s*\d+\s*[a-z]*\s*)+$";
        private const string Part = @"(\d+)\s*([hms])";

        /// <summary>The seconds of a duration.</summary>
        /// <param name="duration">Such as 1h 30m.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static long ParseDuration(string duration)
        {
            if (!Regex.IsMatch(duration, Whole)) throw new ToolException(ToolErrorCodes.InvalidInput, "a duration is such as 1h 30m");
            return Regex.Matches(duration, Part).Sum(m => int.Parse(m.Groups[1].ValueSpan) * (m.Groups[2].Value switch { "h" => 3600L, "m" => 60L, _ => 1L }));
        }
    }
}

namespace Fixed
{
    public static class DurationTools
    {
        private const string Whole = @"\A\s*(?:\d{1,6}[hms]\s*)+\z";
        private const string Part = @"(\d{1,6})([hms])";

        /// <summary>The seconds of a duration.</summary>
        /// <param name="duration">Such as 1h 30m.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static long ParseDuration(string duration)
        {
            if (!Regex.IsMatch(duration, Whole)) throw new ToolException(ToolErrorCodes.InvalidInput, "a duration is such as 1h 30m");
            return Regex.Matches(duration, Part).Sum(m => int.Parse(m.Groups[1].ValueSpan) * (m.Groups[2].Value switch { "h" => 3600L, "m" => 60L, _ => 1L }));
        }
    }
}
