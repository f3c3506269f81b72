using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>The automaton whose states are an expression's characters: from each to those that may come next, and whether by more than one way.</summary>
internal sealed class PositionAutomaton
{
    private const int MostPositions = 300;
    private const int MostWays = 60_000;

    private readonly List<Junction> characters;
    private readonly Dictionary<CodePointSet, Symbols> symbols;
    private int ways;

    private PositionAutomaton(List<Junction> characters, Dictionary<CodePointSet, Symbols> symbols)
    {
        this.characters = characters;
        this.symbols = symbols;
        this.Next = [.. characters.Select(_ => new Dictionary<int, int>())];
        this.IsFinal = new bool[characters.Count];
    }

    public int Count => this.characters.Count;

    /// <summary>The places after a place, and by how many ways (two stand for more).</summary>
    public Dictionary<int, int>[] Next { get; }

    /// <summary>Whether the whole can end after a place whatever follows: there it never goes back.</summary>
    public bool[] IsFinal { get; }

    public Symbols At(int position) => this.symbols[this.characters[position].Set];

    /// <returns>Null where it would be too large.</returns>
    public static PositionAutomaton? Of(PatternNode root)
    {
        if (JunctionBuilder.Of(root) is not var (_, characters) || characters.Count > MostPositions || Symbols.Of(characters.Select(one => one.Set)) is not { } symbols) return null;
        var automaton = new PositionAutomaton(characters, symbols);
        foreach (var from in characters) automaton.Follow(from, from.Next[0], [], isSure: true);
        return automaton.ways > MostWays ? null : automaton;
    }

    private void Follow(Junction from, Junction at, HashSet<Junction> passed, bool isSure, List<Anchor>? tests = null)
    {
        if (this.ways++ > MostWays) return;
        switch (at.Kind)
        {
            case JunctionKind.Accept:
                this.IsFinal[from.Position] |= isSure;
                return;
            case JunctionKind.Character:
                if (tests is not null && !tests.All(test => Holds(test, from.Set, at.Set))) return;
                this.Next[from.Position].TryGetValue(at.Position, out var known);
                this.Next[from.Position][at.Position] = known == 0 ? 1 : 2;
                return;
        }

        // A round that consumed nothing is not followed by another.
        if (!passed.Add(at)) return;
        var further = at.Anchor is { } anchor ? [.. tests ?? [], anchor] : tests;
        foreach (var next in at.Next) this.Follow(from, next, passed, isSure && at.Kind != JunctionKind.Test, further);
        passed.Remove(at);
    }

    /// <summary>Whether a test can hold between two characters.</summary>
    private static bool Holds(Anchor anchor, CodePointSet before, CodePointSet after) => anchor switch
    {
        Anchor.Start or Anchor.End or Anchor.Continuation => false,
        Anchor.LineStart => before.Has('\n'),
        Anchor.LineEnd or Anchor.EndOrNewline => after.Has('\n'),
        Anchor.WordBoundary => IsWord(before) != IsWord(after),
        Anchor.NotWordBoundary => IsWord(before) == IsWord(after),
        _ => true,
    };

    private static bool IsWord(CodePointSet set) => !set.And(CharacterSets.Word).IsEmpty();
}
