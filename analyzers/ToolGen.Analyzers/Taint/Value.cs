using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Backtracking;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Taint;

/// <summary>What is known of a value at one point of a body: the ways into it and, for texts and truths, what stands in it. Never changed.</summary>
internal sealed class Value
{
    private const int MostFlows = 40;

    public static readonly Value None = new([]);

    /// <summary>No object: what follows from there being one follows from it in vain.</summary>
    public static readonly Value Null = new([]) { Facts = Facts.False };

    public Value(ImmutableArray<Flow> flows) => this.Flows = flows;

    public ImmutableArray<Flow> Flows { get; private init; }

    /// <summary>The value itself, where it is the same in every run.</summary>
    public object? Constant { get; init; }

    /// <summary>What the text begins with in every run.</summary>
    public string? Starts { get; init; }

    /// <summary>What the text ends with in every run.</summary>
    public string? Ends { get; init; }

    /// <summary>A path without dots and from the root.</summary>
    public bool IsFullPath { get; init; }

    /// <summary>The characters of a set of characters, where they are known.</summary>
    public string? Characters { get; init; }

    /// <summary>The characters that file names may not hold: the separators are among them.</summary>
    public bool IsFileNameCharacters { get; init; }

    /// <summary>The place that this is a part of or was read from, and which part: a check of it is a check of that.</summary>
    public (Key Key, string Part)? Of { get; init; }

    /// <summary>Exactly what the body was given in one place, so that to a caller it is what he gave.</summary>
    public bool IsGiven { get; init; }

    public Facts Facts { get; init; } = Facts.None;

    /// <summary>The characters that it can be, or be made of; null: any.</summary>
    public CodePointSet? Allowed { get; private init; }

    public bool IsClean => this.Flows.IsEmpty;

    public Danger Danger => this.Flows.Aggregate(Danger.None, (all, flow) => all | flow.Danger);

    public static Value Of1(Flow flow) => new([flow]);

    public static Value Known(object? constant) => constant switch
    {
        string text => new([]) { Constant = text, Starts = text, Ends = text },
        char c => new([]) { Constant = c, Starts = c.ToString(), Ends = c.ToString() },
        bool truth => new([]) { Constant = truth, Facts = truth ? Facts.True : Facts.False },
        null => None,
        _ => new([]) { Constant = constant },
    };

    public static Value Join(Value a, Value b)
    {
        if (ReferenceEquals(a, b)) return a;
        return new(Union(a.Flows, b.Flows))
        {
            Constant = Equals(a.Constant, b.Constant) ? a.Constant : null,
            Starts = Alike(a.Starts, b.Starts),
            Ends = a.Ends == b.Ends ? a.Ends : null,
            IsFullPath = a.IsFullPath && b.IsFullPath,
            Characters = a.Characters == b.Characters ? a.Characters : null,
            IsFileNameCharacters = a.IsFileNameCharacters && b.IsFileNameCharacters,
            Of = a.Of is { } one && b.Of is { } other && one.Key.Equals(other.Key) && one.Part == other.Part ? a.Of : null,
            IsGiven = a.IsGiven && b.IsGiven && a.Flows.Length == 1 && b.Flows.Length == 1 && a.Flows[0].Atom.Equals(b.Flows[0].Atom),
            Facts = ReferenceEquals(a.Facts, b.Facts) ? a.Facts : Facts.Either(a.Facts, b.Facts),
            Allowed = a.Allowed is { } mine && b.Allowed is { } theirs ? mine.Or(theirs) : null,
        };
    }

    /// <summary>The ways into all of them, and nothing else of them.</summary>
    public static Value Mix(IEnumerable<Value> values)
    {
        var flows = ImmutableArray<Flow>.Empty;
        foreach (var value in values) flows = Union(flows, value.Flows);
        return flows.IsEmpty ? None : new(flows);
    }

    public static Value Mix(params Value[] values) => Mix((IEnumerable<Value>)values);

    /// <summary>The same flows and nothing that is known of the text.</summary>
    public Value Blurred => this.IsClean ? None : new(this.Flows);

    public Value Without(Danger cleared) => this.Keep(~cleared);

    public Value Keep(Danger kept)
    {
        if (this.Flows.All(flow => (flow.Danger & ~kept) == Danger.None)) return this;
        return this.WithFlows([.. this.Flows.Select(flow => flow with { Danger = flow.Danger & kept }).Where(flow => flow.Danger != Danger.None || flow.Atom is ObjectAtom or FunctionAtom)]);
    }

    public Value WithFlows(ImmutableArray<Flow> flows) => new(flows) { Constant = this.Constant, Starts = this.Starts, Ends = this.Ends, IsFullPath = this.IsFullPath, Characters = this.Characters, IsFileNameCharacters = this.IsFileNameCharacters, Of = this.Of, Facts = this.Facts, IsGiven = this.IsGiven, Allowed = this.Allowed };

    public Value WithFacts(Facts facts) => new(this.Flows) { Constant = this.Constant, Starts = this.Starts, Ends = this.Ends, IsFullPath = this.IsFullPath, Characters = this.Characters, IsFileNameCharacters = this.IsFileNameCharacters, Of = this.Of, Facts = facts, IsGiven = this.IsGiven, Allowed = this.Allowed };

    public Value PartOf(Key key, string part) => new(this.Flows) { Constant = this.Constant, Starts = this.Starts, Ends = this.Ends, IsFullPath = this.IsFullPath, Characters = this.Characters, IsFileNameCharacters = this.IsFileNameCharacters, Of = (key, part), Facts = this.Facts, IsGiven = this.IsGiven, Allowed = this.Allowed };

    /// <summary>Made of these characters alone, and so unable to do what needs others.</summary>
    public Value Within(CodePointSet allowed)
    {
        allowed = this.Allowed?.And(allowed) ?? allowed;
        var value = this.Without(Alphabet.Of(allowed).Cleared);
        return new(value.Flows) { Constant = value.Constant, Starts = value.Starts, Ends = value.Ends, IsFullPath = value.IsFullPath, Characters = value.Characters, IsFileNameCharacters = value.IsFileNameCharacters, Of = value.Of, Facts = value.Facts, Allowed = allowed };
    }

    public Value EndingIn(string ends) => new(this.Flows) { Constant = this.Constant, Starts = this.Starts, Ends = ends, IsFullPath = this.IsFullPath, Characters = this.Characters, IsFileNameCharacters = this.IsFileNameCharacters, Of = this.Of, Facts = this.Facts, Allowed = this.Allowed };

    public bool SameAs(Value other) =>
        ReferenceEquals(this, other)
        || (this.Flows.Length == other.Flows.Length && Equals(this.Constant, other.Constant) && this.Starts == other.Starts && this.Ends == other.Ends
            && this.IsFullPath == other.IsFullPath && Equals(this.Allowed, other.Allowed) && this.Facts.SameAs(other.Facts) && this.Flows.All(flow => other.Flows.Any(flow.SameAs)));

    public static ImmutableArray<Flow> Union(ImmutableArray<Flow> a, ImmutableArray<Flow> b)
    {
        if (a.IsEmpty) return b;
        if (b.IsEmpty || a == b) return a;
        ImmutableArray<Flow>.Builder? union = null;
        foreach (var flow in b)
        {
            var known = union ?? (IReadOnlyList<Flow>)a;
            var index = -1;
            for (var i = 0; i < known.Count && index < 0; i++)
                if (known[i].Atom.Equals(flow.Atom)) index = i;
            if (index >= 0 && (known[index].Danger | flow.Danger) == known[index].Danger) continue;
            union ??= a.ToBuilder();
            if (index >= 0) union[index] = union[index] with { Danger = union[index].Danger | flow.Danger };
            else if (union.Count < MostFlows) union.Add(flow);
        }

        return union?.ToImmutable() ?? a;
    }

    private static string? Alike(string? a, string? b)
    {
        if (a is null || b is null || a == b) return a is null ? null : b;
        var length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length]) length++;
        return length == 0 ? null : a.Substring(0, length);
    }
}
