using System;
using System.Globalization;

namespace ToolGen.Specification.Json;

/// <summary>The exact decimal value of a JSON number, as text.</summary>
internal static class CanonicalNumber
{
    // Up to here digits are written out; a longer run of zeros becomes an exponent, so that 1e9999 stays short.
    private const int LongestPlain = 40;
    private const int MaxExponent = 9_999;

    /// <summary>One text for each value: <c>1.50e3</c> → <c>1500</c>, <c>-0.0</c> → <c>0</c>, <c>1e99</c> stays.</summary>
    public static string Normalize(string number)
    {
        if (IsPlainInteger(number)) return number;
        var exponentAt = number.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? number : number.Substring(0, exponentAt);
        var exponent = exponentAt < 0 ? 0 : int.Parse(number.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var isNegative = mantissa[0] == '-';
        if (isNegative) mantissa = mantissa.Substring(1);
        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = mantissa.TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        if (trimmed.Length == 0) return "0";
        exponent += digits.Length - trimmed.Length;
        return (isNegative ? "-" : "") + Plain(trimmed, exponent);
    }

    // digits × 10^exponent; the digits neither begin nor end with a zero.
    private static string Plain(string digits, int exponent)
    {
        if (exponent >= 0 && digits.Length + exponent <= LongestPlain) return digits + new string('0', exponent);
        if (exponent >= 0 || -exponent > LongestPlain)
        {
            return Scientific(digits, exponent + digits.Length - 1);
        }

        var whole = digits.Length + exponent;
        return whole > 0
            ? digits.Substring(0, whole) + "." + digits.Substring(whole)
            : "0." + new string('0', -whole) + digits;
    }

    // d.ddd × 10^exponent. The reader takes exponents of four digits: beyond them the point moves.
    private static string Scientific(string digits, int exponent)
    {
        if (exponent < -MaxExponent) return "0." + new string('0', -MaxExponent - exponent - 1) + digits + "e-" + MaxExponent.ToString(CultureInfo.InvariantCulture);
        var whole = 1 + Math.Max(0, exponent - MaxExponent);
        var padded = digits.PadRight(whole, '0');
        var fraction = padded.Length > whole ? "." + padded.Substring(whole) : "";
        return padded.Substring(0, whole) + fraction + "e" + Math.Min(exponent, MaxExponent).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsPlainInteger(string number)
    {
        if (number.Length > LongestPlain || number == "-0") return false;
        for (var i = number[0] == '-' ? 1 : 0; i < number.Length; i++)
            if (number[i] is < '0' or > '9') return false;
        return true;
    }
}
