using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>One way into a value, and what it can still do.</summary>
/// <param name="Atom">Where it comes from.</param>
/// <param name="Danger">What no check has taken away.</param>
/// <param name="Path">How it came here, the last step first; told in findings, no part of what is compared.</param>
internal readonly record struct Flow(Atom Atom, Danger Danger, Step? Path)
{
    public bool SameAs(Flow other) => this.Danger == other.Danger && this.Atom.Equals(other.Atom);
}

/// <summary>One step of a value's way, the newest first.</summary>
internal sealed class Step
{
    private const int Longest = 16;

    private Step(SyntaxNode node, Step? before)
    {
        this.Node = node;
        this.Before = before;
        this.Length = (before?.Length ?? 0) + 1;
    }

    public SyntaxNode Node { get; }

    public Step? Before { get; }

    public int Length { get; }

    public static Step? After(Step? before, SyntaxNode node) =>
        before is not null && (before.Length >= Longest || before.Node == node) ? before : new Step(node, before);

    /// <summary>The way <paramref name="first"/> and then the way <paramref name="then"/>.</summary>
    public static Step? Join(Step? first, Step? then) => then is null ? first : After(Join(first, then.Before), then.Node);
}
