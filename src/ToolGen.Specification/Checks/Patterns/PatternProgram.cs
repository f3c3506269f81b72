using System.Collections.Generic;

namespace ToolGen.Checks;

internal enum PatternOperation
{
    /// <summary>The end of the pattern.</summary>
    Match,

    /// <summary>Consumes a code point of set <c>Argument</c>, then <c>Next</c>.</summary>
    Set,

    /// <summary>Prefers <c>Next</c> to <c>Other</c>.</summary>
    Split,

    /// <summary>Holds assertion <c>Argument</c>, then <c>Next</c>.</summary>
    Assert,

    /// <summary>Notes the position in slot <c>Argument</c>, then <c>Next</c>.</summary>
    Save,

    /// <summary>Forgets the slots from <c>Argument</c> up to, not including, <c>Other</c>; then <c>Next</c>.</summary>
    Clear,
}

internal readonly record struct PatternInstruction(PatternOperation Operation, int Argument = 0, int Next = PatternProgram.Nowhere, int Other = PatternProgram.Nowhere);

/// <summary>
/// A pattern as a graph of states. It has no cycle that consumes nothing, and every step that consumes nothing leads to a lower index:
/// so one pass in ascending order settles what each state can reach at a position.
/// </summary>
/// <param name="Instructions">The states.</param>
/// <param name="Start">The first one.</param>
/// <param name="Alphabet">The sets that states consume.</param>
/// <param name="Groups">How many groups capture; slots are 2·(Groups + 1), of which the first two are not written by the program.</param>
internal sealed record PatternProgram(IReadOnlyList<PatternInstruction> Instructions, int Start, PatternAlphabet Alphabet, int Groups)
{
    /// <summary>A way that cannot be gone.</summary>
    public const int Nowhere = -1;
}
