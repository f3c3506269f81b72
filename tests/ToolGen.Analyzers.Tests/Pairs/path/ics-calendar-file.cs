// Reads the events of a calendar file; a leading slash is trimmed, climbing segments are not.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed class CalendarTools
    {
        private readonly DirectoryInfo calendars = new("/srv/calendars");

        /// <summary>The titles of a calendar's events.</summary>
        /// <param name="calendar">The calendar, such as team/sales.ics.</param>
        [Tool(ReadOnly = true)]
        public IReadOnlyList<string> ListEvents(string calendar)
        {
            var relative = calendar.TrimStart('/', '\\').Replace('\\', '/');
            if (!relative.Contains(".ics")) throw new ToolException(ToolErrorCodes.InvalidInput, "a calendar ends in .ics");
            var lines = File.ReadAllLines(Path.Combine(this.calendars.FullName, relative));
            return [.. lines.Where(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal)).Select(l => l[8..])];
        }
    }
}

namespace Fixed
{
    public sealed class CalendarTools
    {
        /// <summary>The titles of a calendar's events.</summary>
        /// <param name="calendar">The calendar, such as team/sales.ics.</param>
        /// <param name="context">The files.</param>
        [Tool(ReadOnly = true, Capabilities = ["read calendars/**"])]
        public IReadOnlyList<string> ListEvents(string calendar, ToolContext context)
        {
            var found = context.Files.Find(FilePattern.Of("calendars/" + calendar));
            if (found is not [{ Extension: ".ics" } file]) throw new ToolException(ToolErrorCodes.NotFound, "there is no such calendar");
            using var reader = new StreamReader(context.Files.OpenRead(file.FullPath));
            var events = new List<string>();
            while (reader.ReadLine() is { } line)
                if (line.StartsWith("SUMMARY:", StringComparison.Ordinal)) events.Add(line[8..]);
            return events;
        }
    }
}
