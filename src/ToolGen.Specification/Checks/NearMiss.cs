using System;
using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>Finds the word that was probably meant: equal but for case and separators, or few typing slips away.</summary>
static partial class NearMiss
{
    private const int MaxLength = 64;
    private const int MaxCandidates = 1_000;

    /// <summary>The one candidate that is clearly nearest, or null: none is near, or two are equally near.</summary>
    /// <param name="given">The word as written; above 64 UTF-16 units nothing is sought.</param>
    /// <param name="candidates">The first 1,000 count.</param>
    public static string? Of(string given, IEnumerable<string> candidates)
    {
        if (given.Length is 0 or > MaxLength) return null;
        string? best = null;
        var bestDistance = Math.Max(1, given.Length / 3) + 1;
        var left = MaxCandidates;
        foreach (var candidate in candidates)
        {
            if (left-- == 0) break;
            if (candidate == given) return candidate;
            if (candidate.Length is 0 or > MaxLength) continue;
            var distance = SameLetters(given, candidate) ? 0 : Distance(given, candidate, bestDistance);

            // One slip in a word of one or two letters makes any other word.
            if (distance >= Math.Min(given.Length, candidate.Length) && distance > 0) continue;
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
            else if (distance == bestDistance && best is not null)
            {
                best = "";
            }
        }

        return best is "" ? null : best;
    }

    /// <summary>Equal but for case and for <c>_</c>, <c>-</c>, space and dot.</summary>
    private static bool SameLetters(string left, string right)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < left.Length && IsSeparator(left[i])) i++;
            while (j < right.Length && IsSeparator(right[j])) j++;
            if (i == left.Length || j == right.Length) return i == left.Length && j == right.Length && i + j > 0;
            if (char.ToLowerInvariant(left[i++]) != char.ToLowerInvariant(right[j++])) return false;
        }
    }

    private static bool IsSeparator(char c) => c is '_' or '-' or ' ' or '.';

    // Optimal string alignment (Damerau–Levenshtein without overlapping swaps), ignoring case; at least `cap` where it is not below it.
    private static int Distance(string left, string right, int cap)
    {
        if (Math.Abs(left.Length - right.Length) >= cap) return cap + 1;
        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        var width = right.Length + 1;
        var before = rows.Slice(0, width);
        var above = rows.Slice(MaxLength + 1, width);
        var row = rows.Slice(2 * (MaxLength + 1), width);
        for (var j = 0; j < width; j++) above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                var cost = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1])) cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[width - 1];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
