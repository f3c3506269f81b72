using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Backtracking;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a caller knows of a body's inputs beyond their being given: which functions they are, which exact types they have.</summary>
internal sealed class Context : IEquatable<Context>
{
    public static readonly Context Any = new([]);

    private readonly ImmutableArray<(ISymbol Root, Atom Atom)> known;

    public Context(ImmutableArray<(ISymbol Root, Atom Atom)> known) => this.known = known;

    public ImmutableArray<FunctionAtom> FunctionsOf(ISymbol root) => [.. this.known.Where(one => SymbolEqualityComparer.Default.Equals(one.Root, root)).Select(one => one.Atom).OfType<FunctionAtom>()];

    public ImmutableArray<ITypeSymbol> TypesOf(ISymbol root) => [.. this.known.Where(one => SymbolEqualityComparer.Default.Equals(one.Root, root)).Select(one => one.Atom).OfType<TypeAtom>().Select(type => type.Type)];

    /// <summary>Whether it is a text that nobody else writes.</summary>
    public bool IsOurs(ISymbol root) => this.TextOf(root) is not null;

    /// <summary>What the text ends with, where that is known.</summary>
    public string? EndOf(ISymbol root) => this.TextOf(root)?.Ends;

    /// <summary>The characters that the text can be made of; null where nothing is known of them.</summary>
    public CodePointSet? AllowedOf(ISymbol root)
    {
        foreach (var (symbol, atom) in this.known)
            if (atom is UnquotedAtom text && SymbolEqualityComparer.Default.Equals(symbol, root)) return text.Allowed;
        return null;
    }

    private TextAtom? TextOf(ISymbol root)
    {
        foreach (var (symbol, atom) in this.known)
            if (atom is TextAtom text && SymbolEqualityComparer.Default.Equals(symbol, root)) return text;
        return null;
    }

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

/// <summary>That an input is a text which nobody else writes.</summary>
internal sealed class TextAtom(string? ends) : Atom
{
    public string? Ends { get; } = ends;

    public override bool Equals(Atom? other) => other is TextAtom text && text.Ends == this.Ends;

    public override int GetHashCode() => this.Ends is null ? 0 : StringComparer.Ordinal.GetHashCode(this.Ends);
}

/// <summary>That an input is a text which does not hold some of the quotes: written between these it stays there. Of an alphabet nothing else changes what a callee does.</summary>
internal sealed class UnquotedAtom : Atom
{
    private const string Marks = "'\"";

    private readonly string missing;

    private UnquotedAtom(string missing) => this.missing = missing;

    /// <returns>Null where it may hold all of them.</returns>
    public static UnquotedAtom? Of(CodePointSet allowed)
    {
        var missing = string.Concat(Marks.Where(mark => !allowed.Has(mark)));
        return missing.Length == 0 ? null : new(missing);
    }

    public CodePointSet Allowed => this.missing.Aggregate(CodePointSet.All, (set, mark) => set.Without(CodePointSet.Of(mark, mark)));

    public override bool Equals(Atom? other) => other is UnquotedAtom text && text.missing == this.missing;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(this.missing);
}
