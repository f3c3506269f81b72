using System;
using System.Collections.Generic;
using ToolGen.Registry.Retrieval.Storage;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>The different words of what somebody looks for, each with its stem. Stop words count only where there is nothing else.</summary>
internal sealed class Request
{
    private readonly bool isStops;

    /// <summary>Sentences that are asked one by one.</summary>
    private const int MaxSentences = 8;

    public Request(string text)
        : this(WordReader.Plain(text, Bounds.Query).AsSpan())
    {
        var sentences = new List<Request>();
        var rest = WordReader.Plain(text, Bounds.Query).AsSpan();
        while (rest.Length > 0 && sentences.Count < MaxSentences)
        {
            var end = 0;
            while (end < rest.Length && !(IsEnd(rest[end]) && (end + 1 == rest.Length || char.IsWhiteSpace(rest[end + 1])))) end++;
            var sentence = new Request(rest[..end]);
            if (sentence.Words.Count > 1 && !sentence.isStops) sentences.Add(sentence);
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }

        if (sentences.Count > 1) this.Sentences = sentences;
    }

    private Request(ReadOnlySpan<char> plain)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stops = new List<RequestWord>();
        Span<char> buffer = stackalloc char[WordReader.MaxWord];
        Span<char> stem = stackalloc char[WordReader.MaxWord + 1];
        var reader = new WordReader(plain, buffer);
        string? before = null;
        while (reader.Read(out var word) && this.Words.Count < Bounds.QueryWords)
        {
            var read = new RequestWord(word.ToString(), PorterStemmer.Stem(word, stem).ToString());
            var isStop = StopWords.Has(word);
            if (seen.Add(read.Word)) (isStop ? stops : this.Words).Add(read);
            if (isStop) continue;
            if (before is not null && seen.Add(Pair(before, read.Stem))) this.Pairs.Add(Pair(before, read.Stem));
            before = read.Stem;
        }

        if (this.Words.Count > 0) return;
        this.Words.AddRange(stops);
        this.isStops = true;
    }

    public List<RequestWord> Words { get; } = [];

    /// <summary>Stems that follow each other, stop words between them left out.</summary>
    public List<string> Pairs { get; } = [];

    /// <summary>Where there are several that say something: each may need a tool of its own.</summary>
    public IReadOnlyList<Request> Sentences { get; } = [];

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or ';' or ':' or '\n' or '\u3002' or '\uFF01' or '\uFF1F';

    /// <summary>Two stems as one term; no stem has a blank in it.</summary>
    public static string Pair(string first, string second) => first + " " + second;

    /// <summary>How often a stem, or a pair of them, stands in a text, and how many words count towards its length.</summary>
    public static (Dictionary<string, int> Counts, int Length) Count(string text, int most)
    {
        string? before = null;
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
            if (before is not null) counts[Pair(before, key)] = counts.GetValueOrDefault(Pair(before, key)) + 1;
            before = key;
        }

        return (counts, length);
    }
}

/// <summary>A word as it was written, in small letters, and its stem.</summary>
internal sealed record RequestWord(string Word, string Stem);
