using System;
using System.Collections.Generic;
using System.Threading;

namespace ToolGen.Checks;

/// <summary>
/// Which states of a program can still reach its end, position by position <em>from the end of a text to its beginning</em>. The sets are
/// found when needed and remembered: reading becomes one look-up a code point, as in a deterministic automaton.
/// </summary>
/// <remarks>Thread-safe. Memory is bounded: what is remembered is dropped as a whole when it reaches <see cref="Budget"/>.</remarks>
internal sealed class LiveStates
{
    private const int Budget = 4 << 20;
    private const int MaxRemembered = 2000;

    private readonly PatternProgram program;
    private readonly int capacity;
    private readonly object gate = new();
    private Dictionary<ulong[], LiveSet> remembered = new(BitsComparer.Instance);
    private LiveSet?[] atEnd;

    public LiveStates(PatternProgram program)
    {
        this.program = program;
        var cost = (8 * Words) + (8 * Transitions) + 128;
        capacity = Math.Min(MaxRemembered, Math.Max(16, Budget / cost));
        atEnd = new LiveSet?[program.Alphabet.ContextCount];
    }

    /// <summary>Work of finding one set that is not remembered, in steps.</summary>
    public int Cost => program.Instructions.Count;

    private int Words => (program.Instructions.Count + 63) / 64;

    private int Transitions => program.Alphabet.SymbolCount * program.Alphabet.ContextCount;

    /// <summary>The set at a text's end, by what stands before it (<see cref="PatternAlphabet.ContextBehind"/>).</summary>
    public LiveSet AtEnd(int context)
    {
        lock (gate) return atEnd[context] ??= Remember(Find(null, -1, context));
    }

    /// <summary>The set one code point further to the front.</summary>
    /// <param name="behind">The set behind that code point.</param>
    /// <param name="symbol">The code point's symbol.</param>
    /// <param name="context">What stands before it.</param>
    /// <param name="isNew">Whether it had to be found.</param>
    public LiveSet Before(LiveSet behind, int symbol, int context, out bool isNew)
    {
        var index = (symbol * program.Alphabet.ContextCount) + context;
        var known = behind.Known(index);
        isNew = known is null;
        if (known is not null) return known;
        var bits = Find(behind.Bits, symbol, context);
        lock (gate)
        {
            var found = Remember(bits);
            behind.Learn(index, found, Transitions);
            return found;
        }
    }

    /// <summary>The set of these states.</summary>
    public LiveSet Recall(ulong[] bits)
    {
        lock (gate) return Remember(bits);
    }

    private LiveSet Remember(ulong[] bits)
    {
        if (remembered.TryGetValue(bits, out var set)) return set;
        if (remembered.Count >= capacity)
        {
            // Runs under way keep the sets that they hold; the rest is let go.
            remembered = new(BitsComparer.Instance);
            atEnd = new LiveSet?[atEnd.Length];
        }

        set = new(bits, program.Start);
        remembered.Add(bits, set);
        return set;
    }

    private ulong[] Find(ulong[]? behind, int symbol, int context)
    {
        var bits = new ulong[Words];
        var states = program.Instructions;
        for (var i = 0; i < states.Count; i++)
        {
            var state = states[i];
            var lives = state.Operation switch
            {
                PatternOperation.Match => true,
                PatternOperation.Set => behind is not null && program.Alphabet.Contains(state.Argument, symbol) && LiveSet.Has(behind, state.Next),
                PatternOperation.Split => LiveSet.Has(bits, state.Next) || LiveSet.Has(bits, state.Other),
                PatternOperation.Assert => program.Alphabet.Holds((PatternAssertion)state.Argument, context, symbol) && LiveSet.Has(bits, state.Next),
                _ => LiveSet.Has(bits, state.Next),
            };
            if (lives) bits[i >> 6] |= 1UL << (i & 63);
        }

        return bits;
    }

    private sealed class BitsComparer : IEqualityComparer<ulong[]>
    {
        public static BitsComparer Instance { get; } = new();

        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] bits)
        {
            var hash = 17UL;
            foreach (var word in bits) hash = unchecked((hash ^ word) * 0x9E3779B97F4A7C15UL);
            return (int)(hash >> 32);
        }
    }
}

/// <summary>A set of states; remembers what comes before it, once found.</summary>
internal sealed class LiveSet(ulong[] bits, int start)
{
    private LiveSet?[]? before;

    public ulong[] Bits => bits;

    /// <summary>Whether a match begins at this position.</summary>
    public bool StartLives { get; } = Has(bits, start);

    public static bool Has(ulong[] bits, int state) => state >= 0 && (bits[state >> 6] & (1UL << (state & 63))) != 0;

    public LiveSet? Known(int transition)
    {
        var array = Volatile.Read(ref before);
        return array is null ? null : Volatile.Read(ref array[transition]);
    }

    /// <summary>Under the lock of <see cref="LiveStates"/>.</summary>
    public void Learn(int transition, LiveSet set, int transitions)
    {
        var array = before ?? new LiveSet?[transitions];
        Volatile.Write(ref array[transition], set);
        Volatile.Write(ref before, array);
    }
}
