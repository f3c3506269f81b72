using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Checks;

/// <summary>The syntax tree of a pattern.</summary>
internal abstract class PatternNode
{
    /// <summary>Whether it can match without consuming (assertions count as if they held).</summary>
    public abstract bool IsNullable { get; }
}

internal sealed class EmptyNode : PatternNode
{
    public static EmptyNode Instance { get; } = new();

    public override bool IsNullable => true;
}

/// <summary>One code point of a set.</summary>
internal sealed class SetNode(CodePointSet set) : PatternNode
{
    public CodePointSet Set => set;

    public override bool IsNullable => false;
}

internal enum PatternAssertion
{
    Start,
    End,
    WordBoundary,
    NotWordBoundary,
}

internal sealed class AssertionNode(PatternAssertion assertion) : PatternNode
{
    public PatternAssertion Assertion => assertion;

    public override bool IsNullable => true;
}

internal sealed class SequenceNode(IReadOnlyList<PatternNode> parts) : PatternNode
{
    public IReadOnlyList<PatternNode> Parts => parts;

    public override bool IsNullable { get; } = parts.All(part => part.IsNullable);
}

/// <summary>Alternatives, the first one preferred.</summary>
internal sealed class ChoiceNode(IReadOnlyList<PatternNode> alternatives) : PatternNode
{
    public IReadOnlyList<PatternNode> Alternatives => alternatives;

    public override bool IsNullable { get; } = alternatives.Any(alternative => alternative.IsNullable);
}

internal sealed class CaptureNode(int group, PatternNode body) : PatternNode
{
    /// <summary>From 1.</summary>
    public int Group => group;

    public PatternNode Body => body;

    public override bool IsNullable => body.IsNullable;
}

/// <param name="body">What repeats.</param>
/// <param name="min">Rounds that must be.</param>
/// <param name="max">Rounds that may be; <see cref="Unbounded"/> for no end.</param>
/// <param name="isLazy">Fewer rounds are preferred.</param>
/// <param name="firstGroup">The first group inside, cleared at each round …</param>
/// <param name="groupCount">… with as many behind it.</param>
internal sealed class RepeatNode(PatternNode body, int min, int max, bool isLazy, int firstGroup, int groupCount) : PatternNode
{
    public const int Unbounded = int.MaxValue;

    public PatternNode Body => body;

    public int Min => min;

    public int Max => max;

    public bool IsLazy => isLazy;

    public int FirstGroup => firstGroup;

    public int GroupCount => groupCount;

    public override bool IsNullable { get; } = min == 0 || body.IsNullable;
}
