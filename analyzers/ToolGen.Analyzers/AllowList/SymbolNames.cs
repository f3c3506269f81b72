using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.AllowList;

/// <summary>Names of symbols as metadata spells them: what the list of members speaks.</summary>
internal static class SymbolNames
{
    /// <summary>A type's full name without type arguments; nested ones stand behind <c>+</c>.</summary>
    public static string Of(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{Of(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;

    /// <summary>The types of a method's parameters, with commas between.</summary>
    public static string Parameters(IMethodSymbol method) =>
        string.Join(",", method.OriginalDefinition.Parameters.Select(parameter => Of(parameter.Type) + (parameter.RefKind == RefKind.None ? "" : "&")));

    private static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{Of(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter => "!!" + parameter.Ordinal,
        ITypeParameterSymbol parameter => "!" + (parameter.Ordinal + Outside(parameter.ContainingType)),
        INamedTypeSymbol named => All(named) is { Length: > 0 } arguments ? $"{Of(named)}<{string.Join(",", arguments.Select(Of))}>" : Of(named),
        IDynamicTypeSymbol => "System.Object",
        _ => type.ToDisplayString(),
    };

    private static ITypeSymbol[] All(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? [.. All(outer), .. type.TypeArguments] : [.. type.TypeArguments];

    private static int Outside(INamedTypeSymbol? type)
    {
        var count = 0;
        for (var outer = type?.ContainingType; outer is not null; outer = outer.ContainingType) count += outer.Arity;
        return count;
    }
}
