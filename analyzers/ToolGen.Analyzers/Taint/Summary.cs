using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a body does, told in terms of what it is given.</summary>
/// <param name="Returned">What it answers; the elements, for an iterator.</param>
/// <param name="Writes">What places hold at its end that others see: fields, elements, <c>ref</c> and <c>out</c> parameters, captured variables.</param>
/// <param name="Hits">Where what it is given may arrive at a sink.</param>
/// <param name="Passed">What holds of its parameters once it has returned.</param>
/// <param name="IsWhole">False where it was too large to follow.</param>
internal sealed record Summary(Value Returned, ImmutableArray<(Key Key, Value Value)> Writes, ImmutableArray<Hit> Hits, ImmutableArray<Fact> Passed, bool IsWhole)
{
    /// <summary>What it answers that should not be told to whoever calls a tool.</summary>
    public ImmutableArray<Hit> Answers { get; init; } = [];

    public static readonly Summary Nothing = new(Value.None, [], [], [], true);
}

/// <summary>A value that arrives at a sink.</summary>
/// <param name="Sink">Which.</param>
/// <param name="Site">Where.</param>
/// <param name="Member">What is called or assigned there.</param>
/// <param name="Flow">One way into the value, with what it can still do.</param>
internal sealed record Hit(Sink Sink, SyntaxNode Site, string Member, Flow Flow)
{
    /// <summary>Of these at least one must come from somebody else too; null: nothing is asked.</summary>
    public ImmutableArray<Flow>? Also { get; init; }

    /// <summary>What a caller has to say before it is known to be dangerous; null: it is.</summary>
    public Question? Pending { get; init; }

    /// <summary>Whether that one says nothing new beside this one.</summary>
    public bool Covers(Hit other) =>
        this.Site == other.Site && this.Sink == other.Sink && this.Flow.Atom.Equals(other.Flow.Atom)
        && (this.Also is null || this.Also.Value.SequenceEqual(other.Also ?? []))
        && (this.Pending is null || other.Pending is not null && this.Pending.IsSame(other.Pending));
}

/// <summary>A call that is dangerous by what was given for some of its arguments, and these came from the body's caller.</summary>
/// <param name="Member">What is called or assigned.</param>
/// <param name="Decided">These arguments, by name; <c>this</c> for the receiver.</param>
internal sealed record Question(ISymbol Member, ImmutableArray<(string Name, Value Value)> Decided)
{
    public bool IsSame(Question other) => this.Decided.Length == other.Decided.Length && this.Decided.Zip(other.Decided, (a, b) => a.Name == b.Name && a.Value.SameAs(b.Value)).All(same => same);
}
