using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Rules;

/// <summary>Types by their full names: a rule need not have its types referenced, and asks nothing of a compilation that has none.</summary>
internal static class TypeNames
{
    public const string Cryptography = "System.Security.Cryptography";

    /// <summary>Whether a type is <c>Namespace.Outer.Name</c>, of any arity.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
    {
        var end = fullName.Length;
        for (ISymbol? part = type; part is not (null or INamespaceSymbol { IsGlobalNamespace: true }); part = part.ContainingSymbol)
        {
            var name = part.Name;
            var start = end - name.Length;
            if (name.Length == 0 || start < 0 || string.CompareOrdinal(fullName, start, name, 0, name.Length) != 0) return false;
            if (start == 0) return part.ContainingSymbol is INamespaceSymbol { IsGlobalNamespace: true };
            if (fullName[start - 1] != '.') return false;
            end = start - 1;
        }

        return false;
    }

    /// <summary>Whether a type is that one, or is derived from it.</summary>
    public static bool IsOrDerives(this ITypeSymbol? type, string fullName) => type.AndBases().Any(one => one.Is(fullName));

    public static bool IsIn(this ITypeSymbol? type, string space) => type is { ContainingType: null, ContainingNamespace: { } inner } && inner.IsNamed(space);

    private static bool IsNamed(this INamespaceSymbol space, string fullName)
    {
        var end = fullName.Length;
        for (var part = space; !part.IsGlobalNamespace; part = part.ContainingNamespace)
        {
            var start = end - part.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, part.Name, 0, part.Name.Length) != 0) return false;
            if (start == 0) return part.ContainingNamespace.IsGlobalNamespace;
            if (fullName[start - 1] != '.') return false;
            end = start - 1;
        }

        return false;
    }

    public static IEnumerable<ITypeSymbol> AndBases(this ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType) yield return type;
    }

    /// <summary>Whether a type is text, bytes, or a span or memory of them.</summary>
    public static bool IsTextOrBytes(this ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } => true,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ImmutableArray", TypeArguments: [{ SpecialType: SpecialType.System_Byte or SpecialType.System_Char }] } => true,
        _ => false,
    };
}
