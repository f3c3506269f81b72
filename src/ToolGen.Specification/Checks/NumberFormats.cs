using System;

namespace ToolGen.Checks;

/// <summary>ToolGen's own numeric formats <c>decimal</c> and <c>big</c>, which say what a number must fit; on a number, or on a string that holds one.</summary>
static partial class NumberFormats
{
    /// <summary>Digits that a <c>big</c> may have when written out, so that <c>1e999999999</c> is refused and not computed.</summary>
    public const int MaxBigDigits = 10_000;

    private const string MaxDecimal = "79228162514264337593543950335";

    /// <summary>Whether <see cref="decimal"/> holds the value exactly: at most 28 places behind the point, a magnitude of 96 bits.</summary>
    public static bool IsDecimal(ReadOnlySpan<char> number) => IsDecimal(new NumberDigits(number));

    /// <inheritdoc cref="IsDecimal(ReadOnlySpan{char})"/>
    public static bool IsDecimal(ReadOnlySpan<byte> number) => IsDecimal(new NumberDigits(number));

    /// <summary>Whether the value is an integer of at most <see cref="MaxBigDigits"/> digits.</summary>
    public static bool IsBig(ReadOnlySpan<char> number) => IsBig(new NumberDigits(number));

    /// <inheritdoc cref="IsBig(ReadOnlySpan{char})"/>
    public static bool IsBig(ReadOnlySpan<byte> number) => IsBig(new NumberDigits(number));

    /// <summary>Whether a text is a JSON number (RFC 8259 §6), with nothing around it.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        var at = !text.IsEmpty && text[0] == '-' ? 1 : 0;
        var whole = SkipDigits(text, at);
        if (whole == at || (text[at] == '0' && whole > at + 1)) return false;
        at = whole;
        if (at < text.Length && text[at] == '.')
        {
            var end = SkipDigits(text, at + 1);
            if (end == at + 1) return false;
            at = end;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            var end = SkipDigits(text, at);
            if (end == at) return false;
            at = end;
        }

        return at == text.Length;
    }

    private static bool IsBig(NumberDigits number) => number.IsInteger && number.Exponent <= MaxBigDigits;

    private static bool IsDecimal(NumberDigits number)
    {
        if (number.IsZero) return true;
        var places = Math.Max(0, number.Count - number.Exponent);
        if (places > 28 || number.Exponent > 29) return false;

        // All digits of the unscaled integer; at 29 they can exceed 2^96 − 1, above they do.
        var digits = number.Exponent + places;
        if (digits != 29) return digits < 29;
        for (var i = 0; i < 29; i++)
            if (number[i] != MaxDecimal[i] - '0') return number[i] < MaxDecimal[i] - '0';
        return true;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Ascii.IsDigit(text[at])) at++;
        return at;
    }
}
