using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Methods;

/// <summary>The properties of a class, record or struct, as a serializer with web defaults has them: camel case, public, own and inherited.</summary>
internal static class ObjectReader
{
    private const string Json = "System.Text.Json.Serialization.";

    /// <summary>Null where no value of the type can be made, or a property has no schema; then with the reason, where the reader has none.</summary>
    public static List<ObjectProperty>? Read(INamedTypeSymbol type, bool isRead, Compilation compilation, TypeReader types, out string? problem, CancellationToken cancellationToken)
    {
        problem = null;
        var properties = new List<ObjectProperty>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (isRead)
        {
            var constructor = ConstructorOf(type, compilation);
            if (constructor is null && !type.IsValueType)
            {
                problem = $"{type} has no one constructor that can be used: mark one with [JsonConstructor]";
                return null;
            }

            problem = SerializerAttributes.UnsetMember(type, constructor);
            if (problem is not null) return null;
            foreach (var parameter in constructor?.Parameters ?? [])
            {
                var property = PropertiesOf(type).FirstOrDefault(one => string.Equals(one.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
                var keywords = Keywords.Of(property is null ? [parameter] : [parameter, property], parameter.Type, DescriptionOf(type, parameter, property, cancellationToken), ParameterDefault.Of(parameter));
                if (types.Use(parameter.Type, keywords) is not { } use) return null;
                taken.Add(parameter.Name);
                properties.Add(new(property is null ? Camel(parameter.Name) : NameOf(property), "@" + parameter.Name, use, true, !parameter.HasExplicitDefaultValue, ParameterDefault.Otherwise(parameter, use)));
            }
        }

        types.Unsaid.AddRange(PropertiesOf(type).SelectMany(Keywords.Unsaid));
        problem = PropertiesOf(type).Select(SerializerAttributes.ProblemOf).FirstOrDefault(found => found is not null);
        if (problem is not null) return null;
        foreach (var property in PropertiesOf(type))
        {
            if (!taken.Add(property.Name)) continue;
            var accessor = isRead ? property.SetMethod : property.GetMethod;
            if (accessor is null || !compilation.IsSymbolAccessibleWithin(accessor, compilation.Assembly)) continue;
            var parameter = ConstructorOf(type, compilation)?.Parameters.FirstOrDefault(one => string.Equals(one.Name, property.Name, StringComparison.OrdinalIgnoreCase));
            var keywords = Keywords.Of(parameter is null ? [property] : [parameter, property], property.Type, DescriptionOf(type, parameter, property, cancellationToken), null);
            if (types.Use(property.Type, keywords) is not { } use) return null;
            var isRequired = !isRead || property.IsRequired || Attributes.Find(property, Json + "JsonRequiredAttribute") is not null || Attributes.Find(property, Keywords.Annotations + "RequiredAttribute") is not null;
            properties.Add(new(NameOf(property), "@" + property.Name, use, false, isRequired, null));
        }

        if (properties.GroupBy(property => property.Json).FirstOrDefault(group => group.Count() > 1) is not { } twice) return properties;
        problem = $"{type} has two properties that are {twice.Key} in JSON";
        return null;
    }

    /// <summary><c>URLValue</c> → <c>urlValue</c>, as the serializer does.</summary>
    public static string Camel(string name)
    {
        var units = name.ToCharArray();
        for (var i = 0; i < units.Length && char.IsUpper(units[i]); i++)
        {
            if (i > 0 && i + 1 < units.Length && !char.IsUpper(units[i + 1])) break;
            units[i] = char.ToLowerInvariant(units[i]);
        }

        return new(units);
    }

    private static string NameOf(IPropertySymbol property) =>
        Attributes.Find(property, Json + "JsonPropertyNameAttribute") is { } attribute && Attributes.Text(attribute, 0) is { } name ? name : Camel(property.Name);

    private static string DescriptionOf(INamedTypeSymbol type, IParameterSymbol? parameter, IPropertySymbol? property, CancellationToken cancellationToken)
    {
        var text = property is null ? "" : DocText.Of(property, cancellationToken).Summary;
        return text.Length > 0 || parameter is null ? text : DocText.Of(type, cancellationToken).Parameter(parameter.Name);
    }

    // Own before inherited would change the order that people wrote them in.
    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType) chain.Push(current);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return chain.SelectMany(one => one.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } || IsOfRecord(property))
            .Where(property => property.Name != "EqualityContract" && !IsIgnored(property) && seen.Add(property.Name));
    }

    // `Condition` says otherwise for some values only; 1 is `Always`.
    private static bool IsIgnored(IPropertySymbol property) =>
        Attributes.Find(property, Json + "JsonIgnoreAttribute") is { } attribute && Attributes.Named(attribute, "Condition") is null or 1;

    // The properties that a record's head declares.
    private static bool IsOfRecord(IPropertySymbol property) => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, ContainingType.IsRecord: true };

    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type, Compilation compilation)
    {
        var constructors = type.InstanceConstructors
            .Where(one => compilation.IsSymbolAccessibleWithin(one, compilation.Assembly) && !(type.IsRecord && one.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(one.Parameters[0].Type, type)))
            .ToArray();
        return constructors.FirstOrDefault(one => Attributes.Find(one, Json + "JsonConstructorAttribute") is not null)
            ?? constructors.FirstOrDefault(one => one.Parameters.Length == 0 && !(type.IsValueType && constructors.Length > 1))
            ?? (constructors.Count(one => one.Parameters.Length > 0) == 1 ? constructors.First(one => one.Parameters.Length > 0) : null);
    }
}
