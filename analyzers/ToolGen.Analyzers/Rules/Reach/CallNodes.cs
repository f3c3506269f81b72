using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Rules.Reach;

/// <summary>What is called or initialized: symbols; functions inside of bodies by their syntax, since each semantic model has symbols of its own for them.</summary>
internal sealed class CallNodes : IEqualityComparer<object>
{
    public static CallNodes Comparer { get; } = new();

    public static object Of(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } inner && inner.DeclaringSyntaxReferences.FirstOrDefault() is { } place
            ? place.GetSyntax()
            : symbol is IMethodSymbol method ? ((method.ReducedFrom ?? method).PartialImplementationPart ?? method.ReducedFrom ?? method).OriginalDefinition : symbol.OriginalDefinition;

    bool IEqualityComparer<object>.Equals(object? x, object? y) => x is ISymbol one && y is ISymbol other ? SymbolEqualityComparer.Default.Equals(one, other) : ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object node) => node is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : RuntimeHelpers.GetHashCode(node);
}
