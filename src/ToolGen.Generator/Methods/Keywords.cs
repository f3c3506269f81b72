using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Methods;

/// <summary>What data annotations and docs say of one value, as members of its schema.</summary>
internal static class Keywords
{
    /// <summary>Where the annotations of the framework stand.</summary>
    public const string Annotations = "System.ComponentModel.DataAnnotations.";

    private static readonly HashSet<string> Said =
    [
        .. new[] { "Range", "StringLength", "Length", "MinLength", "MaxLength", "RegularExpression", "EmailAddress", "Url", "Base64String", "AllowedValues", "DeniedValues", "Required" }
            .Select(name => Annotations + name + "Attribute"),
    ];

    /// <param name="symbols">Whose attributes count: the parameter of a record's head and its property are one value.</param>
    /// <param name="type">Of the value.</param>
    /// <param name="documented">Of <c>///</c>; may be empty.</param>
    /// <param name="otherwise">The default as JSON; null: none.</param>
    public static string Of(IReadOnlyList<ISymbol> symbols, ITypeSymbol type, string documented, string? otherwise)
    {
        var text = new StringBuilder();
        var description = documented;
        foreach (var attribute in symbols.SelectMany(symbol => symbol.GetAttributes()))
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case "System.ComponentModel.DescriptionAttribute" when Attributes.Text(attribute, 0) is { Length: > 0 } said:
                    description = said;
                    break;
                case "System.ComponentModel.DisplayNameAttribute" when Attributes.Text(attribute, 0) is { Length: > 0 } shown:
                    text.Append(",\"title\":").Append(JsonWriter.Quote(shown));
                    break;
                case Annotations + "DisplayAttribute" when Attributes.Named(attribute, "Name") is string title:
                    text.Append(",\"title\":").Append(JsonWriter.Quote(title));
                    break;
                case Annotations + "RangeAttribute":
                    Bound(text, attribute, 0, "Minimum");
                    Bound(text, attribute, 1, "Maximum");
                    break;
                case Annotations + "StringLengthAttribute":
                    if (Attributes.Named(attribute, "MinimumLength") is int least and > 0) Number(text, "minLength", least);
                    Number(text, "maxLength", Attributes.Value(attribute, 0));
                    break;
                case Annotations + "LengthAttribute":
                    Number(text, "min" + Counted(type), Attributes.Value(attribute, 0));
                    Number(text, "max" + Counted(type), Attributes.Value(attribute, 1));
                    break;
                case Annotations + "MinLengthAttribute":
                    Number(text, "min" + Counted(type), Attributes.Value(attribute, 0));
                    break;
                case Annotations + "MaxLengthAttribute":
                    Number(text, "max" + Counted(type), Attributes.Value(attribute, 0));
                    break;
                case Annotations + "RegularExpressionAttribute" when Attributes.Text(attribute, 0) is { } pattern:
                    text.Append(",\"pattern\":").Append(JsonWriter.Quote($"^(?:{pattern})$"));
                    break;
                case Annotations + "EmailAddressAttribute":
                    text.Append(",\"format\":\"email\"");
                    break;
                case Annotations + "UrlAttribute":
                    text.Append(",\"format\":\"uri\"");
                    break;
                case Annotations + "Base64StringAttribute":
                    text.Append(",\"contentEncoding\":\"base64\"");
                    break;
                case Annotations + "AllowedValuesAttribute" when Values(attribute) is { } allowed:
                    text.Append($",\"enum\":[{allowed}]");
                    break;
                case Annotations + "DeniedValuesAttribute" when Values(attribute) is { } denied:
                    text.Append($",\"not\":{{\"enum\":[{denied}]}}");
                    break;
            }
        }

        if (description.Length > 0) text.Insert(0, ",\"description\":" + JsonWriter.Quote(description));
        if (otherwise is not null) text.Append(",\"default\":").Append(otherwise);
        return text.ToString();
    }

    /// <summary>Validation that nothing here says, so that nothing would check it: the names of its attributes.</summary>
    public static IEnumerable<string> Unsaid(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (type.ToDisplayString() == Annotations + "ValidationAttribute" && !Said.Contains(attribute.AttributeClass!.ToDisplayString()))
                    yield return $"{attribute.AttributeClass.Name.Replace("Attribute", "")} on {symbol.Name}";
            }
        }
    }

    private static string Counted(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String ? "Length"
        : type is INamedTypeSymbol named && CollectionTypes.Of(named) is { IsDictionary: true } ? "Properties" : "Items";

    // [Range(typeof(decimal), "0.1", "9")] writes its bounds as texts.
    private static void Bound(StringBuilder text, AttributeData attribute, int index, string word)
    {
        var last = attribute.ConstructorArguments.Length - 2 + index;
        var value = Attributes.Value(attribute, last);
        var number = value is string written ? (decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? written : null)
            : value is double real ? (double.IsInfinity(real) || double.IsNaN(real) || Math.Abs(real) == double.MaxValue ? null : real.ToString("R", CultureInfo.InvariantCulture))
            : value is int whole && whole is not (int.MinValue or int.MaxValue) ? whole.ToString(CultureInfo.InvariantCulture) : null;
        if (number is null) return;
        text.Append(Attributes.Named(attribute, $"{word}IsExclusive") is true ? $",\"exclusive{word}\":{number}" : $",\"{ObjectReader.Camel(word)}\":{number}");
    }

    private static void Number(StringBuilder text, string word, object? value)
    {
        if (value is int number and >= 0) text.Append(",\"").Append(word).Append("\":").Append(number.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Values(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array } values]) return null;
        var words = values.Values.Select(value => value.Value switch
        {
            null => "null",
            string word => JsonWriter.Quote(word),
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        }).ToArray();
        return words.Length > 0 && words.All(word => word is not null) ? string.Join(",", words) : null;
    }
}
