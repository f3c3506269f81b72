// Lists the working days between two dates, one by one; the dates may lie thousands of years apart.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class CalendarTools
    {
        /// <summary>The working days from one date to another, both included.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static IReadOnlyList<DateOnly> WorkingDays(DateOnly from, DateOnly to)
        {
            if (to < from) (from, to) = (to, from);
            return [.. Days(from, to).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        }

        private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
        {
            for (var day = from; day <= to && day < DateOnly.MaxValue; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }
}

namespace Fixed
{
    public static class CalendarTools
    {
        private const int LongestSpan = 400;

        /// <summary>The working days from one date to another, both included, at most 400 days apart.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static IReadOnlyList<DateOnly> WorkingDays(DateOnly from, DateOnly to)
        {
            if (to < from) (from, to) = (to, from);
            if (to.DayNumber - from.DayNumber > LongestSpan)
            {
                throw new ToolException("invalid_input", $"the dates are more than {LongestSpan} days apart");
            }

            return [.. Days(from, to).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        }

        private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
        {
            for (var day = from; day <= to && day < DateOnly.MaxValue; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }
}
