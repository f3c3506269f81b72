using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Types;
using ToolGen.Specification;

namespace ToolGen.Generator.Pipeline;

/// <summary>The nominal types that referenced assemblies offer. Runs at each keystroke: it looks only at assemblies that refer to ToolGen.</summary>
internal static class ReferencedNominals
{
    private const string Contract = "ToolGen";

    public static EquatableArray<NominalName> In(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, NominalName>(System.StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(identity => identity.Name == Contract))) continue;
            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass is not { Name: "NominalTypeAttribute", ContainingNamespace: { Name: Contract, ContainingNamespace.IsGlobalNamespace: true } }) continue;
                if (attribute.ConstructorArguments is not [{ Value: string name }, { Value: INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, ContainingType: null } type }]) continue;
                if (!found.ContainsKey(name)) found.Add(name, new(name, type.Name, type.ToDisplayString()));
            }
        }

        return found.Values.ToEquatableArray();
    }
}
