using System;
using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>An immutable set of code points (surrogates too): sorted ranges that neither overlap nor touch.</summary>
internal sealed class CodePointSet : IEquatable<CodePointSet>
{
    public const int Last = 0x10FFFF;

    private readonly int[] bounds;

    // Pairs: the first and the last code point of a range.
    private CodePointSet(int[] bounds) => this.bounds = bounds;

    /// <summary>Every code point.</summary>
    public static CodePointSet All { get; } = Of(0, Last);

    /// <summary>ASCII digits, as <c>\d</c>.</summary>
    public static CodePointSet Digit { get; } = Of('0', '9');

    /// <summary>ASCII word characters, as <c>\w</c> (without the <c>i</c> flag).</summary>
    public static CodePointSet Word { get; } = Of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

    /// <summary>WhiteSpace and LineTerminator of ECMA-262, as <c>\s</c>.</summary>
    public static CodePointSet Space { get; } = Of(
        0x09, 0x0D, 0x20, 0x20, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

    /// <summary>All but LineTerminator, as <c>.</c> without the <c>s</c> flag.</summary>
    public static CodePointSet Dot { get; } = Of('\n', '\n', '\r', '\r', 0x2028, 0x2029).Complement();

    public int RangeCount => bounds.Length / 2;

    public int First(int range) => bounds[2 * range];

    public int LastOf(int range) => bounds[(2 * range) + 1];

    /// <summary>The one member of a set of one; else -1.</summary>
    public int Single => bounds.Length == 2 && bounds[0] == bounds[1] ? bounds[0] : -1;

    public static CodePointSet Of(params int[] pairs)
    {
        var builder = new Builder();
        for (var i = 0; i < pairs.Length; i += 2) builder.Add(pairs[i], pairs[i + 1]);
        return builder.Build();
    }

    public CodePointSet Complement()
    {
        var result = new List<int>(bounds.Length + 2);
        var next = 0;
        for (var i = 0; i < bounds.Length; i += 2)
        {
            if (bounds[i] > next) { result.Add(next); result.Add(bounds[i] - 1); }
            next = bounds[i + 1] + 1;
        }

        if (next <= Last) { result.Add(next); result.Add(Last); }
        return new(result.ToArray());
    }

    public bool Equals(CodePointSet? other) => other is not null && bounds.AsSpan().SequenceEqual(other.bounds);

    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var bound in bounds) hash = unchecked((hash * 31) + bound);
        return hash;
    }

    /// <summary>Gathers ranges in any order.</summary>
    public sealed class Builder
    {
        private List<(int First, int Last)> ranges = [];
        private int settled;

        public void Add(int first, int last)
        {
            ranges.Add((first, last));
            // A hostile class repeats a large category thousands of times: merge before that piles up.
            if (ranges.Count > (2 * settled) + 8192) Merge();
        }

        public void Add(CodePointSet set)
        {
            for (var i = 0; i < set.bounds.Length; i += 2) Add(set.bounds[i], set.bounds[i + 1]);
        }

        public CodePointSet Build()
        {
            Merge();
            var result = new int[2 * ranges.Count];
            for (var i = 0; i < ranges.Count; i++) (result[2 * i], result[(2 * i) + 1]) = ranges[i];
            return new(result);
        }

        private void Merge()
        {
            ranges.Sort();
            var merged = new List<(int First, int Last)>(ranges.Count);
            foreach (var range in ranges)
            {
                var at = merged.Count - 1;
                if (at >= 0 && range.First <= merged[at].Last + 1)
                    merged[at] = (merged[at].First, Math.Max(merged[at].Last, range.Last));
                else
                    merged.Add(range);
            }

            ranges = merged;
            settled = merged.Count;
        }
    }
}
