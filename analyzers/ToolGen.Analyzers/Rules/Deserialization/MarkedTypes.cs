using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules;

/// <summary>Types whose attributes let a text name the types of their parts.</summary>
internal static class MarkedTypes
{
    private const int Deepest = 4;

    public static bool LetsNameTypes(ITypeSymbol type) => LetsNameTypes(type, 0);

    private static bool LetsNameTypes(ITypeSymbol type, int depth)
    {
        if (depth > Deepest) return false;
        if (type is IArrayTypeSymbol array) return LetsNameTypes(array.ElementType, depth + 1);
        if (type is not INamedTypeSymbol named) return false;
        if (named.TypeArguments.Any(argument => LetsNameTypes(argument, depth + 1))) return true;
        if (named.DeclaringSyntaxReferences.IsEmpty) return false;
        for (var one = named; one is not null && !one.DeclaringSyntaxReferences.IsEmpty; one = one.BaseType)
            if (IsMarked(one) || one.GetMembers().Any(member => IsMarked(member) || (member as IPropertySymbol)?.Type is { } part && !SymbolEqualityComparer.Default.Equals(part, type) && LetsNameTypes(part, depth + 1))) return true;
        return false;
    }

    private static bool IsMarked(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() == "Newtonsoft.Json"
            && attribute.NamedArguments.Any(argument => argument.Key is "TypeNameHandling" or "ItemTypeNameHandling" && argument.Value.Value is int and not 0));
}
