// Ranks the words of a text; words of equal count come in the order of an immutable dictionary's salted hash codes.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class WordTools
    {
        [McpServerTool(Name = "rank_words", ReadOnly = true, Idempotent = true), Description("The most frequent words of a text.")]
        public string[] Rank(string text, int top = 10)
        {
            var counts = ImmutableDictionary.CreateBuilder<string, int>();
            foreach (var word in text.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant()))
                counts[word] = counts.GetValueOrDefault(word) + 1;
            return counts.OrderByDescending(c => c.Value).Take(top).Select(c => $"{c.Key}: {c.Value}").ToArray();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class WordTools
    {
        [McpServerTool(Name = "rank_words", ReadOnly = true, Idempotent = true), Description("The most frequent words of a text.")]
        public string[] Rank(string text, int top = 10)
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var word in text.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant()))
                counts[word] = counts.GetValueOrDefault(word) + 1;
            return counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(top).Select(c => $"{c.Key}: {c.Value}").ToArray();
        }
    }
}
