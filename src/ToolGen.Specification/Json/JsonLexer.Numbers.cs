using System;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Json;

/// <summary>Numbers: kept as written, checked against the grammar of RFC 8259 §6.</summary>
internal sealed partial class JsonLexer
{
    /// <summary>The longest number, in characters, and the largest exponent: beyond them a number is a trap for whoever computes with it.</summary>
    private const int MaximumNumberLength = 1_000;

    private const int MaximumExponent = 9_999;

    public JsonNumber Number()
    {
        var start = this.At;
        while (this.At < this.text.Length && (IsWordStart(this.text[this.At]) || this.text[this.At] is (>= '0' and <= '9') or '.' or '+' or '-')) this.At++;
        var span = new TextSpan(start, this.At - start);
        var written = span.Length > MaximumNumberLength ? "" : this.text.Substring(start, span.Length);
        switch (Check(written))
        {
            case NumberFault.None:
                return new(written, span);
            case NumberFault.TooLong:
                sink.Add(FindingCatalog.NumberTooLong, span, MaximumNumberLength.ToString(System.Globalization.CultureInfo.InvariantCulture), MaximumExponent.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return new("0", span);
            default:
                sink.Add(FindingCatalog.BadNumber, span, written.Length <= 40 ? written : written.Substring(0, 40) + "…");
                return new("0", span);
        }
    }

    private static NumberFault Check(string number)
    {
        if (number.Length == 0) return NumberFault.TooLong;
        var i = number[0] == '-' ? 1 : 0;
        if (i == number.Length || !IsDigit(number[i])) return NumberFault.Malformed;
        if (number[i] == '0' && i + 1 < number.Length && IsDigit(number[i + 1])) return NumberFault.Malformed;
        i = Digits(number, i);
        if (i < number.Length && number[i] == '.')
        {
            var fraction = Digits(number, i + 1);
            if (fraction == i + 1) return NumberFault.Malformed;
            i = fraction;
        }

        if (i == number.Length) return NumberFault.None;
        if (number[i] is not ('e' or 'E')) return NumberFault.Malformed;
        i++;
        if (i < number.Length && number[i] is '+' or '-') i++;
        var end = Digits(number, i);
        if (end == i || end != number.Length) return NumberFault.Malformed;
        while (i < end && number[i] == '0') i++;
        return end - i > 4 ? NumberFault.TooLong : NumberFault.None;
    }

    private static int Digits(string number, int i)
    {
        while (i < number.Length && IsDigit(number[i])) i++;
        return i;
    }

    private static bool IsDigit(char unit) => unit is >= '0' and <= '9';

    private enum NumberFault
    {
        None,
        Malformed,
        TooLong,
    }
}
