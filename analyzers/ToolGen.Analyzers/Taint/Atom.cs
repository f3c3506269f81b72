using System;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Where a value can come from, seen from inside one body. Compared by value.</summary>
internal abstract class Atom : IEquatable<Atom>
{
    private const int DeepestPath = 4;

    /// <summary>The same place, one field further in; beyond four fields, and for elements of elements, the place stands for all below it.</summary>
    public Atom Field(string name) => this.Depth >= DeepestPath || (name == "[]" && this is FieldAtom { Name: "[]" }) ? this : new FieldAtom(this, name);

    public virtual int Depth => 0;

    public abstract bool Equals(Atom? other);

    public sealed override bool Equals(object? obj) => obj is Atom other && this.Equals(other);

    public abstract override int GetHashCode();
}

/// <summary>What a body is given: a parameter, <c>this</c> (the type), a static field, or a variable of the body around it.</summary>
internal sealed class InputAtom(ISymbol root) : Atom
{
    public ISymbol Root { get; } = root;

    public override bool Equals(Atom? other) => other is InputAtom input && SymbolEqualityComparer.Default.Equals(this.Root, input.Root);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(this.Root);
}

/// <summary>A field, property or element (<c>[]</c>) of what another atom stands for.</summary>
internal sealed class FieldAtom(Atom parent, string name) : Atom
{
    public Atom Parent { get; } = parent;

    public string Name { get; } = name;

    public override int Depth { get; } = parent.Depth + 1;

    public override bool Equals(Atom? other) => other is FieldAtom field && field.Depth == this.Depth && field.Name == this.Name && field.Parent.Equals(this.Parent);

    public override int GetHashCode() => (this.Parent.GetHashCode() * 31) + StringComparer.Ordinal.GetHashCode(this.Name);
}

/// <summary>An object made at one place, told apart by the call through which it came.</summary>
internal sealed class ObjectAtom(SyntaxNode site, SyntaxNode? through, ITypeSymbol? type) : Atom
{
    public SyntaxNode Site { get; } = site;

    public SyntaxNode? Through { get; } = through;

    public ITypeSymbol? Type { get; } = type;

    public override bool Equals(Atom? other) => other is ObjectAtom made && made.Site == this.Site && made.Through == this.Through;

    public override int GetHashCode() => (this.Site.GetHashCode() * 31) + (this.Through?.GetHashCode() ?? 0);
}

/// <summary>Something read from outside the tool at one place.</summary>
internal sealed class SourceAtom(SyntaxNode site, Source source) : Atom
{
    public SyntaxNode Site { get; } = site;

    public Source Source { get; } = source;

    public override bool Equals(Atom? other) => other is SourceAtom read && read.Site == this.Site && read.Source == this.Source;

    public override int GetHashCode() => (this.Site.GetHashCode() * 31) + (int)this.Source;
}

/// <summary>A method or lambda as a value.</summary>
internal sealed class FunctionAtom(Body body, SyntaxNode site) : Atom
{
    public Body Body { get; } = body;

    public SyntaxNode Site { get; } = site;

    public override bool Equals(Atom? other) => other is FunctionAtom function && function.Body.Equals(this.Body) && function.Site == this.Site;

    public override int GetHashCode() => (this.Body.GetHashCode() * 31) + this.Site.GetHashCode();
}
