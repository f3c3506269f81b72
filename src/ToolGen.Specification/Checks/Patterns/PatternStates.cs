using System;

namespace ToolGen.Checks;

/// <summary>A set of a program's states, and what stands before the position (<see cref="PatternAlphabet.ContextBehind"/>).</summary>
internal sealed class PatternStates(int capacity, int context) : IEquatable<PatternStates>
{
    private readonly ulong[] bits = new ulong[(capacity + 63) / 64];

    public static PatternStates None { get; } = new(0, 0);

    public int Context => context;

    public void Add(int state)
    {
        if (state >= 0) bits[state >> 6] |= 1UL << (state & 63);
    }

    /// <summary>The same states behind another context.</summary>
    public PatternStates Copy(int behind)
    {
        var copy = new PatternStates(capacity, behind);
        bits.AsSpan().CopyTo(copy.bits);
        return copy;
    }

    /// <summary>The highest member up to an index; -1 where there is none.</summary>
    public int Last(int index)
    {
        for (; index >= 0; index--)
        {
            var word = bits[index >> 6];
            if (word == 0) index &= ~63;
            else if ((word & (1UL << (index & 63))) != 0) return index;
        }

        return -1;
    }

    public bool Equals(PatternStates? other) => other is not null && other.Context == context && bits.AsSpan().SequenceEqual(other.bits);

    public override bool Equals(object? obj) => Equals(obj as PatternStates);

    public override int GetHashCode()
    {
        var hash = (ulong)context;
        foreach (var word in bits) hash = unchecked((hash ^ word) * 0x9E3779B97F4A7C15UL);
        return (int)(hash >> 32);
    }
}
