using System;
using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval.Text;

/// <summary>Runs of three characters of a word, its two ends marked: <c>map</c> has <c>_ma map ap_</c>. Each is one number.</summary>
internal static class Grams
{
    private const char Mark = '_';

    /// <summary>The different runs of a word, into an empty list.</summary>
    public static void Of(ReadOnlySpan<char> word, List<long> grams)
    {
        for (var i = -1; i + 1 < word.Length; i++)
        {
            var gram = ((long)At(word, i) << 32) | ((long)At(word, i + 1) << 16) | At(word, i + 2);
            if (!grams.Contains(gram)) grams.Add(gram);
        }
    }

    private static char At(ReadOnlySpan<char> word, int index) => index < 0 || index >= word.Length ? Mark : word[index];
}
