// Finds the lines of a granted log with a text in them; the file is held whole and every hit is returned.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public enum LogName { Access, Errors, Jobs }

    public sealed record Hit(int Line, string Text);

    public static class LogSearch
    {
        /// <summary>Lines of a log with a text in them.</summary>
        [Tool(ReadOnly = true, Capabilities = ["read logs/*.log"])]
        public static IReadOnlyList<Hit> SearchLog(ToolContext context, LogName log, string text)
        {
            using var reader = new StreamReader(context.Files.OpenRead($"logs/{log.ToString().ToLowerInvariant()}.log"));
            return reader.ReadToEnd()
                .Split('\n')
                .Select((line, i) => new Hit(i + 1, line))
                .Where(h => h.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
                .ToList();
        }
    }
}

namespace Fixed
{
    public enum LogName { Access, Errors, Jobs }

    public sealed record Hit(int Line, string Text);

    public static class LogSearch
    {
        private const int MostHits = 100;
        private const int LongestLine = 4096;

        /// <summary>The first 100 lines of a log with a text in them.</summary>
        [Tool(ReadOnly = true, Capabilities = ["read logs/*.log"])]
        public static IReadOnlyList<Hit> SearchLog(ToolContext context, LogName log, string text)
        {
            using var reader = new StreamReader(context.Files.OpenRead($"logs/{log.ToString().ToLowerInvariant()}.log"));
            return Lines(reader)
                .Select((line, i) => new Hit(i + 1, line))
                .Where(h => h.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Take(MostHits)
                .ToList();
        }

        private static IEnumerable<string> Lines(StreamReader reader)
        {
            var line = new System.Text.StringBuilder();
            for (var c = reader.Read(); c >= 0; c = reader.Read())
            {
                if (c == '\n')
                {
                    yield return line.ToString();
                    line.Clear();
                }
                else if (line.Length < LongestLine)
                {
                    line.Append((char)c);
                }
            }

            if (line.Length > 0) yield return line.ToString();
        }
    }
}
