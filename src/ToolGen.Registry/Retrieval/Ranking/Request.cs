using System;
using System.Collections.Generic;
using ToolGen.Registry.Retrieval.Storage;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>The different words of what somebody looks for, each with its stem. Stop words count only where there is nothing else.</summary>
internal sealed class Request
{
    public Request(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stops = new List<RequestWord>();
        Span<char> buffer = stackalloc char[WordReader.MaxWord];
        Span<char> stem = stackalloc char[WordReader.MaxWord + 1];
        var reader = new WordReader(WordReader.Plain(text, Bounds.Query), buffer);
        while (reader.Read(out var word) && this.Words.Count < Bounds.QueryWords)
            if (seen.Add(word.ToString())) (StopWords.Has(word) ? stops : this.Words).Add(new(word.ToString(), PorterStemmer.Stem(word, stem).ToString()));
        if (this.Words.Count == 0) this.Words.AddRange(stops);
    }

    public List<RequestWord> Words { get; } = [];

    /// <summary>How often a stem stands in a text, and how many words count towards its length.</summary>
    public static (Dictionary<string, int> Counts, int Length) Count(string text, int most)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var length = 0;
        Span<char> buffer = stackalloc char[WordReader.MaxWord];
        Span<char> stem = stackalloc char[WordReader.MaxWord + 1];
        var reader = new WordReader(WordReader.Plain(text, most), buffer);
        while (reader.Read(out var word))
        {
            if (StopWords.Has(word)) continue;
            length++;
            var key = PorterStemmer.Stem(word, stem).ToString();
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return (counts, length);
    }
}

/// <summary>A word as it was written, in small letters, and its stem.</summary>
internal sealed record RequestWord(string Word, string Stem);
