// Searches several log files for a word; an iterator opens each file of a list that comes from the arguments.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record LogQuery(List<string> Files, string Word, int Limit = 100);

    [McpServerToolType]
    public class LogTools
    {
        [McpServerTool(Name = "search_logs", ReadOnly = true), Description("Finds lines in logs.")]
        public List<string> Search(LogQuery query) => Lines(query).Take(query.Limit).ToList();

        private static IEnumerable<string> Lines(LogQuery query)
        {
            foreach (var name in query.Files)
            {
                using var reader = File.OpenText(Path.Combine("/var/log/shop", name));
                while (reader.ReadLine() is { } line)
                    if (line.Contains(query.Word, StringComparison.OrdinalIgnoreCase)) yield return $"{name}: {line}";
            }
        }
    }
}

namespace Fixed
{
    public record LogQuery(List<string> Files, string Word, int Limit = 100);

    [McpServerToolType]
    public class LogTools
    {
        [McpServerTool(Name = "search_logs", ReadOnly = true), Description("Finds lines in logs.")]
        public List<string> Search(LogQuery query) => Lines(query).Take(Math.Clamp(query.Limit, 1, 500)).ToList();

        private static IEnumerable<string> Lines(LogQuery query)
        {
            var wanted = query.Files.ToHashSet(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles("/var/log/shop", "*.log"))
            {
                var name = Path.GetFileName(file);
                if (!wanted.Contains(name)) continue;
                using var reader = File.OpenText(file);
                while (reader.ReadLine() is { } line)
                    if (line.Contains(query.Word, StringComparison.OrdinalIgnoreCase)) yield return $"{name}: {line}";
            }
        }
    }
}
