using System;
using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>
/// Whether a pattern matches anywhere in a text, as a deterministic automaton from the text's beginning to its end. Each state has a cell for
/// each symbol, and one for the end of the text, which leads to <see cref="Never"/> or <see cref="Always"/>.
/// </summary>
/// <param name="Columns">Symbols + 1.</param>
/// <param name="Cells">The state that follows, by state × <paramref name="Columns"/> + symbol.</param>
internal sealed record PatternTable(int Columns, int[] Cells)
{
    /// <summary>The state in which no text matches any more.</summary>
    public const int Never = 0;

    /// <summary>The state in which a match was found.</summary>
    public const int Always = 1;

    /// <summary>The first state.</summary>
    public const int Start = 2;

    public int StateCount => Cells.Length / Columns;

    /// <summary>Determinises and minimises.</summary>
    /// <param name="program">The pattern.</param>
    /// <param name="effort">Steps that may be taken; less what was.</param>
    /// <returns>Null where there are more than <see cref="EcmaPattern.MaxStates"/> states, or more work.</returns>
    public static PatternTable? Of(PatternProgram program, ref long effort) => new Determiner(program).Run(ref effort) is { } table ? PatternMinimum.Of(table) : null;

    /// <summary>Sets of the program's states that a text can have led to; what follows them is found set by set.</summary>
    private sealed class Determiner(PatternProgram program)
    {
        private readonly int columns = program.Alphabet.SymbolCount + 1;
        private readonly Dictionary<PatternStates, int> numbers = [];
        private readonly List<PatternStates> sets = [];
        private readonly List<int> cells = [];

        public PatternTable? Run(ref long effort)
        {
            sets.Add(PatternStates.None);
            sets.Add(PatternStates.None);
            var first = new PatternStates(program.Instructions.Count, program.Alphabet.ContextBehind(-1));
            first.Add(program.Start);
            Number(first);
            for (var column = 0; column < 2 * columns; column++) cells.Add(column < columns ? Never : Always);
            for (var state = Start; state < sets.Count; state++)
            {
                for (var symbol = 0; symbol < columns; symbol++)
                {
                    cells.Add(Follow(sets[state], symbol < columns - 1 ? symbol : -1, ref effort));
                    if (effort < 0 || sets.Count > EcmaPattern.MaxStates) return null;
                }
            }

            return new(columns, cells.ToArray());
        }

        // -1: the text's end.
        private int Follow(PatternStates from, int symbol, ref long effort)
        {
            var reached = from.Copy(symbol < 0 ? 0 : program.Alphabet.ContextBehind(symbol));
            var next = new PatternStates(program.Instructions.Count, reached.Context);
            effort -= 1 + (program.Instructions.Count / 64);
            // What consumes nothing leads downwards: one pass meets all that can be reached.
            for (var i = reached.Last(program.Instructions.Count - 1); i >= 0; i = reached.Last(i - 1))
            {
                effort--;
                var (operation, argument, following, other) = program.Instructions[i];
                switch (operation)
                {
                    case PatternOperation.Match:
                        return Always;
                    case PatternOperation.Set:
                        if (symbol >= 0 && program.Alphabet.Contains(argument, symbol)) next.Add(following);
                        break;
                    case PatternOperation.Split:
                        reached.Add(following);
                        reached.Add(other);
                        break;
                    case PatternOperation.Assert:
                        if (program.Alphabet.Holds((PatternAssertion)argument, from.Context, symbol)) reached.Add(following);
                        break;
                    default:
                        reached.Add(following);
                        break;
                }
            }

            if (symbol < 0) return Never;
            // A match may begin at every position.
            next.Add(program.Start);
            return Number(next);
        }

        private int Number(PatternStates set)
        {
            if (numbers.TryGetValue(set, out var number)) return number;
            numbers.Add(set, number = sets.Count);
            sets.Add(set);
            return number;
        }
    }
}
