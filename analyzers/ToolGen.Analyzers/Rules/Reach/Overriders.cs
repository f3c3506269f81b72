using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Rules.Reach;

/// <summary>Which methods of a project may run where one of its virtual or interface members is called.</summary>
internal sealed class Overriders
{
    private readonly Dictionary<ISymbol, List<ISymbol>> known = new(SymbolEqualityComparer.Default);

    public Overriders(IReadOnlyList<INamedTypeSymbol> types, CancellationToken cancellation)
    {
        foreach (var type in types)
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) continue;
            foreach (var member in type.GetMembers().OfType<IMethodSymbol>())
                for (var above = member.OverriddenMethod; above is not null; above = above.OverriddenMethod) this.Add(above, member);
            foreach (var face in type.AllInterfaces.Where(one => one.OriginalDefinition.DeclaringSyntaxReferences.Length > 0))
                foreach (var member in face.GetMembers())
                    if (member is IMethodSymbol && type.FindImplementationForInterfaceMember(member) is { } implementation) this.Add(member, implementation);
        }
    }

    public IReadOnlyList<ISymbol> Of(IMethodSymbol method) => this.known.TryGetValue(method.OriginalDefinition, out var all) ? all : [];

    private void Add(ISymbol declared, ISymbol runs)
    {
        if (!this.known.TryGetValue(declared.OriginalDefinition, out var all)) this.known.Add(declared.OriginalDefinition, all = []);
        all.Add(runs);
    }
}
