using System.Collections.Generic;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

internal enum JunctionKind
{
    /// <summary>Goes on to any of the next.</summary>
    Split,

    /// <summary>Consumes one character.</summary>
    Character,

    /// <summary>Holds, or not, where it stands.</summary>
    Test,
    Accept,
}

/// <summary>A node of the graph that an expression is walked along.</summary>
internal sealed class Junction(JunctionKind kind)
{
    public JunctionKind Kind => kind;

    public List<Junction> Next { get; } = [];

    public CodePointSet Set { get; init; } = CharacterSets.Nothing;

    /// <summary>What is tested; null: something that is not followed, such as what a look-around asks.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>The place in the automaton of a character.</summary>
    public int Position { get; set; } = -1;
}
