// Says when a meeting is for each guest; now is the machine's, and so are the zones, asked by any id.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed record Guest(string Name, string Zone);

    public static class MeetingTools
    {
        /// <summary>When a meeting in some hours is for each guest.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static Dictionary<string, string> MeetingTime(int inHours, IReadOnlyList<Guest> guests)
        {
            var start = DateTimeOffset.Now.AddHours(inHours);
            var result = new Dictionary<string, string>();
            foreach (var (name, zone) in guests)
            {
                var rules = zone.Length == 0 ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(zone);
                result[name] = TimeZoneInfo.ConvertTime(start, rules).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            }

            return result;
        }
    }
}

namespace Fixed
{
    public sealed record Guest(string Name, string Zone);

    public static class MeetingTools
    {
        /// <summary>When a meeting in some hours is for each guest.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock"])]
        public static Dictionary<string, string> MeetingTime(int inHours, IReadOnlyList<Guest> guests, ToolContext context)
        {
            var start = context.Now.AddHours(inHours);
            var result = new Dictionary<string, string>();
            foreach (var (name, zone) in guests)
            {
                var rules = context.Zone(zone.Length == 0 ? "UTC" : zone);
                result[name] = TimeZoneInfo.ConvertTime(start, rules).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            }

            return result;
        }
    }
}
