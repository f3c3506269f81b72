using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a caller knows of a body's inputs beyond their being given: which functions they are, which exact types they have.</summary>
internal sealed class Context : IEquatable<Context>
{
    public static readonly Context Any = new([]);

    private readonly ImmutableArray<(ISymbol Root, Atom Atom)> known;

    public Context(ImmutableArray<(ISymbol Root, Atom Atom)> known) => this.known = known;

    public ImmutableArray<FunctionAtom> FunctionsOf(ISymbol root) => [.. this.known.Where(one => SymbolEqualityComparer.Default.Equals(one.Root, root)).Select(one => one.Atom).OfType<FunctionAtom>()];

    public ImmutableArray<ITypeSymbol> TypesOf(ISymbol root) => [.. this.known.Where(one => SymbolEqualityComparer.Default.Equals(one.Root, root)).Select(one => one.Atom).OfType<TypeAtom>().Select(type => type.Type)];

    public bool Equals(Context? other) =>
        other is not null && other.known.Length == this.known.Length
        && this.known.All(one => other.known.Any(two => SymbolEqualityComparer.Default.Equals(one.Root, two.Root) && one.Atom.Equals(two.Atom)));

    public override bool Equals(object? obj) => obj is Context other && this.Equals(other);

    public override int GetHashCode() => this.known.Length;
}

/// <summary>An exact type, as knowledge of an input.</summary>
internal sealed class TypeAtom(ITypeSymbol type) : Atom
{
    public ITypeSymbol Type { get; } = type;

    public override bool Equals(Atom? other) => other is TypeAtom exact && SymbolEqualityComparer.Default.Equals(exact.Type, this.Type);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(this.Type);
}
