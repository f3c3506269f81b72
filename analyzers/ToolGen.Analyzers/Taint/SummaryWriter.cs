using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Keeps of a body's last state what others see.</summary>
internal sealed class SummaryWriter(Body body, State last, Value returned, Func<Key, Value> initial)
{
    private const int MostWrites = 400;

    private readonly List<(Key Key, Value Value)> writes = [];
    private readonly HashSet<Atom> reached = [];

    public Summary Write(ImmutableArray<Hit> hits, bool isWhole)
    {
        this.Reach(returned);
        foreach (var hit in hits)
            foreach (var (_, value) in hit.Pending?.Decided ?? []) this.Reach(value);
        foreach (var head in last.Heads)
        {
            if (head is ISymbol symbol && this.IsSeen(symbol)) this.Keep(new(symbol), last[new(symbol)]!);
            else if (head is Atom atom && IsGiven(atom)) this.Reach(atom);
        }

        var facts = last.Held.Where(fact => this.IsParameter(fact.Key.Head)).ToImmutableArray();
        var answered = returned.WithFacts(new(this.Own(returned.Facts.WhenTrue), this.Own(returned.Facts.WhenFalse)));
        return new(answered, [.. this.writes], hits, facts, isWhole && this.writes.Count < MostWrites);
    }

    private ImmutableArray<Fact>? Own(ImmutableArray<Fact>? facts) => facts?.Where(fact => this.IsParameter(fact.Key.Head)).ToImmutableArray();

    private bool IsParameter(object head) => head switch
    {
        IParameterSymbol parameter => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Symbol),
        Atom atom => IsGiven(atom),
        ISymbol symbol => this.IsSeen(symbol),
        _ => false,
    };

    private bool IsSeen(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Symbol) || parameter.RefKind != RefKind.None,
        ILocalSymbol local => !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, body.Symbol),
        IFieldSymbol or IPropertySymbol => true,
        _ => false,
    };

    private static bool IsGiven(Atom atom)
    {
        while (atom is FieldAtom field) atom = field.Parent;
        return atom is InputAtom or FunctionAtom;
    }

    private void Keep(Key key, Value value)
    {
        if (this.writes.Count >= MostWrites) return;
        if (key.Field is not null && key.Head is not ObjectAtom && value.SameAs(initial(key))) return;
        this.writes.Add((key, value));
        this.Reach(value);
    }

    private void Reach(Value value)
    {
        foreach (var flow in value.Flows) this.Reach(flow.Atom);
    }

    private void Reach(Atom atom)
    {
        if (!this.reached.Add(atom)) return;
        foreach (var field in last.FieldsOf(atom)) this.Keep(new(atom, field.Key), field.Value);
        if (atom is FieldAtom part) this.Reach(part.Parent);
    }
}
