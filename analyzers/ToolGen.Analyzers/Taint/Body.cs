using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Code that runs as one: a method, accessor, constructor, local function, lambda or initializer. Compared by what it is the body of.</summary>
internal sealed class Body(ISymbol symbol, ControlFlowGraph graph, IOperation? operation = null) : IEquatable<Body>
{
    private ImmutableArray<ISymbol>? captured;

    public ISymbol Symbol { get; } = symbol;

    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>As it was written, for a lambda or local function; null for others.</summary>
    public IOperation? Operation => operation;

    public ImmutableArray<IParameterSymbol> Parameters => this.Symbol is IMethodSymbol method ? method.Parameters : [];

    /// <summary>The variables of the bodies around it that a lambda or local function uses; <c>this</c> as its type.</summary>
    public ImmutableArray<ISymbol> Captured => this.captured ??= this.FindCaptured();

    public bool Equals(Body? other) => other is not null && SymbolEqualityComparer.Default.Equals(other.Symbol, this.Symbol) && (this.Symbol is IMethodSymbol || other.Graph == this.Graph);

    public override bool Equals(object? obj) => obj is Body other && this.Equals(other);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(this.Symbol);

    private ImmutableArray<ISymbol> FindCaptured()
    {
        if (operation is null) return [];
        var found = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var used in operation.Descendants())
        {
            ISymbol? symbol = used switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => self.Type,
                _ => null,
            };
            if (symbol is not null && !this.Declares(symbol) && !found.Contains(symbol, SymbolEqualityComparer.Default)) found.Add(symbol);
        }

        return found.ToImmutable();
    }

    private bool Declares(ISymbol symbol)
    {
        for (var owner = symbol.ContainingSymbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
            if (SymbolEqualityComparer.Default.Equals(owner, this.Symbol)) return true;
        return false;
    }
}
