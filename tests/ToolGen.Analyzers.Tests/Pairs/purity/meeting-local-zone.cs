// Says at what hour a meeting begins; the zone is that of the machine, and an environment variable moves it.
using System;
using System.Globalization;
using ToolGen;

namespace Vulnerable
{
    public static class MeetingTools
    {
        private static int Shift => int.TryParse(Environment.GetEnvironmentVariable("MEETING_SHIFT"), out var minutes) ? minutes : 0;

        /// <summary>When a meeting begins, for people.</summary>
        /// <param name="start">The moment.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string MeetingTime(DateTimeOffset start)
        {
            var local = TimeZoneInfo.ConvertTime(start, TimeZoneInfo.Local).AddMinutes(Shift);
            return local.ToString("dddd HH:mm", CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    public static class MeetingTools
    {
        /// <summary>When a meeting begins, for people.</summary>
        /// <param name="start">The moment.</param>
        /// <param name="zone">The zone, such as Europe/Berlin.</param>
        /// <param name="context">The zones.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string MeetingTime(DateTimeOffset start, string zone, ToolContext context)
        {
            var local = TimeZoneInfo.ConvertTime(start, context.Zone(zone));
            return local.ToString("dddd HH:mm", CultureInfo.InvariantCulture);
        }
    }
}
