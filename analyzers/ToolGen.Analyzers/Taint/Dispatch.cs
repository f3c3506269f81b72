using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Which methods of this compilation a virtual or interface call may reach.</summary>
internal sealed class Dispatch(Compilation compilation)
{
    private const int MostTargets = 24;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> targets = new(SymbolEqualityComparer.Default);
    private ImmutableArray<INamedTypeSymbol>? types;

    public static bool IsOpen(IMethodSymbol method) => (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface) && !method.IsStatic;

    /// <summary>The one that runs for an object of exactly this type; null where the type has none.</summary>
    public static IMethodSymbol? Exact(IMethodSymbol method, ITypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(Match(method, type)) as IMethodSymbol;
        for (ITypeSymbol? one = type; one is not null; one = one.BaseType)
            foreach (var member in one.GetMembers(method.Name).OfType<IMethodSymbol>())
                if (SameSlot(member, method)) return member;
        return null;
    }

    /// <summary>All that may run, where the object's type is not known.</summary>
    public ImmutableArray<IMethodSymbol> Any(IMethodSymbol method, CancellationToken cancellation) =>
        this.targets.GetOrAdd(method.OriginalDefinition, symbol => this.Find((IMethodSymbol)symbol, cancellation));

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellation)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract) found.Add(method);
        foreach (var type in this.Types(cancellation))
        {
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic || !Fits(type, method.ContainingType)) continue;
            if (Exact(method, type) is { } target && found.Count < MostTargets) found.Add(target.OriginalDefinition);
        }

        return [.. found];
    }

    private static bool Fits(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        if (ancestor.TypeKind == TypeKind.Interface) return type.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, ancestor.OriginalDefinition));
        for (var one = type; one is not null; one = one.BaseType)
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, ancestor.OriginalDefinition)) return true;
        return false;
    }

    private static ISymbol Match(IMethodSymbol method, ITypeSymbol type)
    {
        var face = type.AllInterfaces.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, method.ContainingType.OriginalDefinition));
        return face?.GetMembers(method.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition)) ?? method;
    }

    private static bool SameSlot(IMethodSymbol? member, IMethodSymbol method)
    {
        for (; member is not null; member = member.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition)) return true;
        return false;
    }

    private ImmutableArray<INamedTypeSymbol> Types(CancellationToken cancellation)
    {
        if (this.types is { } known) return known;
        var all = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var open = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                if (member is INamedTypeSymbol type) all.Add(type);
                open.Push(member);
            }
        }

        this.types = all.ToImmutable();
        return this.types.Value;
    }
}
