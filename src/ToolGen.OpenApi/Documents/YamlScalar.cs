using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Documents;

/// <summary>What a plain scalar of YAML 1.2 (core schema, chapter 10.3) is in JSON.</summary>
internal static partial class YamlScalar
{
    private const int LongestNumber = 500;

    public static JsonNode Plain(string text, TextSpan span) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new JsonNull(span),
        "true" or "True" or "TRUE" => new JsonBoolean(true, span),
        "false" or "False" or "FALSE" => new JsonBoolean(false, span),
        _ => Number(text) is { } number ? new JsonNumber(number, span) : new JsonString(text, span),
    };

    private static string? Number(string text)
    {
        if (text.Length > LongestNumber || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')) return null;
        if (JsonNumber().IsMatch(text)) return text;
        if (text.StartsWith("0x", System.StringComparison.Ordinal) && BigInteger.TryParse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex)) return hex.ToString(CultureInfo.InvariantCulture);
        if (!CoreNumber().IsMatch(text)) return null;

        // Signs, leading zeros and bare dots that JSON does not have.
        var negative = text[0] == '-';
        var digits = text.TrimStart('+', '-');
        var end = digits.IndexOfAny(['e', 'E']);
        var (mantissa, exponent) = end < 0 ? (digits, "") : (digits[..end], digits[end..]);
        var parts = mantissa.Split('.');
        var whole = parts[0].TrimStart('0');
        var fraction = parts.Length > 1 && parts[1].Length > 0 ? "." + parts[1] : "";
        return (negative ? "-" : "") + (whole.Length == 0 ? "0" : whole) + fraction + exponent;
    }

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();

    [GeneratedRegex("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex CoreNumber();
}
