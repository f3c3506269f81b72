using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Full names of types as metadata writes them.</summary>
internal static class TypeNames
{
    public static string Full(ITypeSymbol type) =>
        type.ContainingType is { } outer ? Full(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;

    public static bool Is(this ITypeSymbol? type, string fullName) => type is not null && Full(type.OriginalDefinition) == fullName;

    /// <summary>The type itself, what it derives from, or an interface of it.</summary>
    public static bool IsA(this ITypeSymbol? type, string fullName)
    {
        for (var one = type; one is not null; one = one.BaseType)
            if (one.Is(fullName)) return true;
        if (type is not null)
            foreach (var one in type.AllInterfaces)
                if (one.Is(fullName)) return true;
        return false;
    }
}
