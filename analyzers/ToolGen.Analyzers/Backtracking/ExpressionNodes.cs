using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>What .NET's expressions have beyond those of ECMA-262's regular part.</summary>
internal enum Anchor
{
    /// <summary><c>\A</c>, and <c>^</c> without Multiline.</summary>
    Start,

    /// <summary><c>^</c> with Multiline.</summary>
    LineStart,

    /// <summary><c>\z</c>.</summary>
    End,

    /// <summary><c>\Z</c>, and <c>$</c> without Multiline: a final newline may follow.</summary>
    EndOrNewline,

    /// <summary><c>$</c> with Multiline.</summary>
    LineEnd,
    WordBoundary,
    NotWordBoundary,

    /// <summary><c>\G</c>.</summary>
    Continuation,
}

internal sealed class AnchorNode(Anchor anchor) : PatternNode
{
    public Anchor Anchor => anchor;

    public override bool IsNullable => true;
}

/// <summary><c>(?&gt;…)</c>: once left, never entered again.</summary>
internal sealed class AtomicNode(PatternNode body) : PatternNode
{
    public PatternNode Body => body;

    public override bool IsNullable => body.IsNullable;
}

/// <summary><c>(?=…) (?!…) (?&lt;=…) (?&lt;!…)</c>: atomic too, and consumes nothing.</summary>
internal sealed class LookNode(PatternNode body) : PatternNode
{
    public PatternNode Body => body;

    public override bool IsNullable => true;
}

/// <summary><c>\1</c>, <c>\k&lt;name&gt;</c>.</summary>
internal sealed class BackReferenceNode : PatternNode
{
    public override bool IsNullable => true;
}
