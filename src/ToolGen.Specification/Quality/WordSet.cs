using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Quality;

/// <summary>The words of a description, ready to be compared with many others.</summary>
internal sealed class WordSet
{
    /// <summary>Share of common words from which two descriptions say the same, in hundredths.</summary>
    private const int Same = 85;

    private const int FewestWords = 4;

    private readonly HashSet<string> words;

    // Sets that differ in few words differ in few bits: most pairs are told apart by these alone.
    private readonly ulong bits;

    public WordSet(HashSet<string> words)
    {
        this.words = words;
        foreach (var word in words) this.bits |= 1UL << (int)(Hash(word) % 64);
    }

    public bool IsLike(WordSet other)
    {
        var (one, two) = (this.words.Count, other.words.Count);
        if (one < FewestWords || two < FewestWords || Ones(this.bits ^ other.bits) * 100 > 9 * (one + two)) return false;
        var common = this.words.Count(other.words.Contains);
        return common * 100 >= Same * (one + two - common);
    }

    // The runtime's own differs from process to process.
    private static uint Hash(string word) => word.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));

    private static int Ones(ulong bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1) count++;
        return count;
    }
}
