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

    /// <param name="other">Of another tool.</param>
    /// <param name="budget">How many words may still be looked up; nothing is like anything once it is spent.</param>
    public bool IsLike(WordSet other, ref long budget)
    {
        var (one, two) = (this.words.Count, other.words.Count);
        if (one < FewestWords || two < FewestWords || Ones(this.bits ^ other.bits) * 100 > 9 * (one + two) || (budget -= one) < 0) return false;
        var common = this.words.Count(other.words.Contains);
        return common * 100 >= Same * (one + two - common);
    }

    // The runtime's own differs from process to process.
    private static uint Hash(string word) => word.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));

    private static int Ones(ulong bits)
    {
        bits -= (bits >> 1) & 0x5555_5555_5555_5555;
        bits = (bits & 0x3333_3333_3333_3333) + ((bits >> 2) & 0x3333_3333_3333_3333);
        return (int)unchecked((((bits + (bits >> 4)) & 0x0F0F_0F0F_0F0F_0F0F) * 0x0101_0101_0101_0101) >> 56);
    }
}
