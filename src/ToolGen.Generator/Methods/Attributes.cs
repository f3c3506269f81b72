using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Methods;

/// <summary>Attributes by the whole name of their class, so that no package has to be there.</summary>
internal static class Attributes
{
    /// <summary>The first of a class; null where there is none.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    /// <summary>An argument of the constructor that is a text; null where it is none.</summary>
    public static string? Text(AttributeData attribute, int index) => Value(attribute, index) as string;

    /// <summary>An argument of the constructor; null where there is none.</summary>
    public static object? Value(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive } constant ? constant.Value : null;

    /// <summary>A property that the attribute sets; null where it does not, or there is none.</summary>
    public static object? Named(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { IsNull: false, Kind: not TypedConstantKind.Array } constant ? constant.Value : null;

    /// <summary>The elements of an array that the attribute sets.</summary>
    public static IEnumerable<object?> Elements(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { IsNull: false, Kind: TypedConstantKind.Array } constant ? constant.Values.Select(value => value.Value) : [];
}
