using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Methods;

/// <summary>What stands behind <c>=</c> of a parameter.</summary>
internal static class ParameterDefault
{
    /// <summary>As JSON for the schema; null where there is none, or it is null or no constant (<c>default</c> of a struct).</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value) return null;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        return type.TypeKind == TypeKind.Enum ? MemberOf((INamedTypeSymbol)type, value) : value switch
        {
            string text => JsonWriter.Quote(text),
            char unit => JsonWriter.Quote(unit.ToString()),
            bool flag => flag ? "true" : "false",
            float single => float.IsNaN(single) || float.IsInfinity(single) ? null : single.ToString("R", CultureInfo.InvariantCulture),
            double number => double.IsNaN(number) || double.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
            System.IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>C# for a parameter that may be left out although the schema has no default; null: it may not, or the schema has one.</summary>
    public static string? Otherwise(IParameterSymbol parameter, MethodUse use)
    {
        if (!parameter.HasExplicitDefaultValue || Of(parameter) is not null) return null;
        return parameter.ExplicitDefaultValue switch
        {
            null => $"default({use.TypeName})",
            float or double => $"({use.Type.Name}){Special(System.Convert.ToDouble(parameter.ExplicitDefaultValue, CultureInfo.InvariantCulture))}",
            var value when use.Type is EnumType => $"({use.Type.Name}){System.Convert.ToString(value, CultureInfo.InvariantCulture)}",
            _ => $"default({use.TypeName})",
        };
    }

    private static string Special(double value) => double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";

    // A value that is no one member (of flags, or by a cast) has no word.
    private static string? MemberOf(INamedTypeSymbol type, object value)
    {
        if (Attributes.Find(type, "System.FlagsAttribute") is not null) return null;
        var field = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(one => one.HasConstantValue && Equals(one.ConstantValue, value));
        if (field is null) return null;
        var written = Attributes.Find(field, "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute") is { } attribute ? Attributes.Text(attribute, 0) : null;
        return JsonWriter.Quote(written ?? field.Name);
    }
}
