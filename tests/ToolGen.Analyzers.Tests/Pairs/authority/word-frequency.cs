// Counts the words of texts; File.ReadAllText is handed on as a function, so that no call of it is seen.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class TextTools
    {
        /// <summary>The most frequent words of chapters.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static string[] WordFrequency(int[] chapters, int count = 20)
        {
            Func<string, string> read = File.ReadAllText;
            return chapters.Select(chapter => $"book/{chapter:D2}.txt").Frequent(read, Math.Clamp(count, 1, 100));
        }

        private static string[] Frequent(this IEnumerable<string> files, Func<string, string> read, int count) =>
            files.Select(read).SelectMany(text => text.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries))
                .CountBy(word => word.ToLowerInvariant()).OrderByDescending(pair => pair.Value).Take(count).Select(pair => pair.Key).ToArray();
    }
}

namespace Fixed
{
    public static class TextTools
    {
        /// <summary>The most frequent words of chapters.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read book/*"])]
        public static string[] WordFrequency(int[] chapters, ToolContext context, int count = 20)
        {
            return chapters.Select(chapter => $"book/{chapter:D2}.txt").Frequent(Read, Math.Clamp(count, 1, 100));

            string Read(string path)
            {
                using var reader = new StreamReader(context.Files.OpenRead(path));
                return reader.ReadToEnd();
            }
        }

        private static string[] Frequent(this IEnumerable<string> files, Func<string, string> read, int count) =>
            files.Select(read).SelectMany(text => text.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries))
                .CountBy(word => word.ToLowerInvariant()).OrderByDescending(pair => pair.Value).Take(count).Select(pair => pair.Key).ToArray();
    }
}
