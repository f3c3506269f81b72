using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Methods;

/// <summary>Attributes of System.Text.Json that give a value another form than its type says. What is not understood is refused, never passed over.</summary>
internal static class SerializerAttributes
{
    private const string Json = "System.Text.Json.Serialization.";

    /// <summary>What keeps a type or property from having a schema; null: nothing.</summary>
    public static string? ProblemOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            var problem = attribute.AttributeClass?.OriginalDefinition.ToDisplayString() switch
            {
                Json + "JsonConverterAttribute" when !IsOfEnum(attribute) => "has a converter of its own, whose JSON no signature tells",
                Json + "JsonDerivedTypeAttribute" or Json + "JsonPolymorphicAttribute" => "stands for types derived from it: make a method for each, or a record with what they share",
                Json + "JsonExtensionDataAttribute" => "takes members without a name: make it a dictionary",
                _ => null,
            };
            if (problem is not null) return $"{symbol} {problem}";
        }

        return null;
    }

    /// <summary>A member that must be set and that no schema reaches; null: there is none.</summary>
    /// <param name="type">Of which a value is made.</param>
    /// <param name="constructor">Which makes it; null: a struct's own.</param>
    public static string? UnsetMember(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        if (constructor is not null && Attributes.Find(constructor, "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") is not null) return null;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsRequired: true }) return $"{member} is a required field: make it a property";
                if (member is IPropertySymbol { IsRequired: true } && constructor?.Parameters.Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)) == true)
                    return $"{member} is required, and the constructor takes it too: mark that with [SetsRequiredMembers]";
            }
        }

        return null;
    }

    // Members are written by their names, which is what this converter does.
    private static bool IsOfEnum(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { Name: "JsonStringEnumConverter" } converter }] && converter.ContainingNamespace.ToDisplayString() + "." == Json;
}
