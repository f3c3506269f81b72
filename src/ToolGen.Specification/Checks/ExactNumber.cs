using System;
using System.Numerics;

namespace ToolGen.Checks;

/// <summary>
/// Arithmetic on the text of JSON numbers, exact where a <c>double</c> is not. Time is linear in the text and memory constant whatever
/// the exponent (<c>1e999999999</c> is never written out); exponents saturate at ±10^17. Every text must be a JSON number (RFC 8259 §6).
/// </summary>
static partial class ExactNumber
{
    /// <summary>Divisors of <see cref="IsMultipleOf(ReadOnlySpan{char}, ReadOnlySpan{char})"/> have at most this many significant digits.</summary>
    public const int MaxDivisorDigits = 100;

    // r < 10^18 keeps 10r + 9 inside 64 bits.
    private const int SmallDigits = 18;

    /// <summary>Whether the value has no fraction: <c>1.0</c> and <c>1e3</c> have none.</summary>
    public static bool IsInteger(ReadOnlySpan<char> number) => new NumberDigits(number).IsInteger;

    /// <inheritdoc cref="IsInteger(ReadOnlySpan{char})"/>
    public static bool IsInteger(ReadOnlySpan<byte> number) => new NumberDigits(number).IsInteger;

    /// <summary>Below 0, 0 or above 0 as <paramref name="left"/> is less than, equal to or greater than <paramref name="right"/>.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => new NumberDigits(left).CompareTo(new NumberDigits(right));

    /// <inheritdoc cref="Compare(ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => new NumberDigits(left).CompareTo(new NumberDigits(right));

    /// <summary>A text that is equal for equal values (<c>1</c>, <c>1.0</c>, <c>10e-1</c> → <c>1e0</c>): a key for sets, whose hash nobody can steer.</summary>
    public static string Key(ReadOnlySpan<char> number) => new NumberDigits(number).ToCanonical();

    /// <inheritdoc cref="Key(ReadOnlySpan{char})"/>
    public static string Key(ReadOnlySpan<byte> number) => new NumberDigits(number).ToCanonical();

    /// <summary>Whether <paramref name="number"/> ÷ <paramref name="divisor"/> is an integer.</summary>
    /// <param name="number">Any JSON number.</param>
    /// <param name="divisor">Greater than zero, at most <see cref="MaxDivisorDigits"/> significant digits; else the answer is false.</param>
    public static bool IsMultipleOf(ReadOnlySpan<char> number, ReadOnlySpan<char> divisor) => IsMultipleOf(new NumberDigits(number), new NumberDigits(divisor));

    /// <inheritdoc cref="IsMultipleOf(ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static bool IsMultipleOf(ReadOnlySpan<byte> number, ReadOnlySpan<byte> divisor) => IsMultipleOf(new NumberDigits(number), new NumberDigits(divisor));

    /// <summary>The value where it is an integer of 64 bits (<c>1.0</c> and <c>1e3</c> too).</summary>
    public static bool TryGetInt64(ReadOnlySpan<char> number, out long value) => TryGetInt64(new NumberDigits(number), out value);

    /// <inheritdoc cref="TryGetInt64(ReadOnlySpan{char}, out long)"/>
    public static bool TryGetInt64(ReadOnlySpan<byte> number, out long value) => TryGetInt64(new NumberDigits(number), out value);

    /// <summary>The value where it is an integer of at most <see cref="NumberFormats.MaxBigDigits"/> digits.</summary>
    public static bool TryGetBigInteger(ReadOnlySpan<char> number, out BigInteger value) => TryGetBigInteger(new NumberDigits(number), out value);

    /// <inheritdoc cref="TryGetBigInteger(ReadOnlySpan{char}, out BigInteger)"/>
    public static bool TryGetBigInteger(ReadOnlySpan<byte> number, out BigInteger value) => TryGetBigInteger(new NumberDigits(number), out value);

    // number = A·10^i, divisor = B·10^j, neither A nor B with a final zero, k = i − j. For k < 0 a multiple would make A end in a zero.
    // For k ≥ 0 the factor 10^k adds only twos and fives, of which B has fewer than bits: as many steps decide as all k would.
    private static bool IsMultipleOf(NumberDigits number, NumberDigits divisor)
    {
        if (divisor.IsZero || divisor.IsNegative || divisor.Count > MaxDivisorDigits) return false;
        if (number.IsZero) return true;
        var shift = number.Exponent - number.Count - (divisor.Exponent - divisor.Count);
        if (shift < 0) return false;
        var steps = (int)Math.Min(shift, divisor.Count * 4);
        return divisor.Count <= SmallDigits ? DividesSmall(number, divisor, steps) : DividesBig(number, divisor, steps);
    }

    private static bool DividesSmall(NumberDigits number, NumberDigits divisor, int steps)
    {
        ulong by = 0, rest = 0;
        for (var i = 0; i < divisor.Count; i++) by = (by * 10) + (ulong)divisor[i];
        for (var i = 0; i < number.Count; i++) rest = ((rest * 10) + (ulong)number[i]) % by;
        for (; steps > 0 && rest != 0; steps--) rest = rest * 10 % by;
        return rest == 0;
    }

    private static bool DividesBig(NumberDigits number, NumberDigits divisor, int steps)
    {
        var by = ToBigInteger(divisor, divisor.Count);
        var rest = BigInteger.Zero;
        for (var i = 0; i < number.Count; i++) rest = ((rest * 10) + number[i]) % by;
        return (rest * BigInteger.Pow(10, steps) % by).IsZero;
    }

    private static bool TryGetInt64(NumberDigits number, out long value)
    {
        value = 0;
        if (!number.IsInteger || number.Exponent > 19) return false;
        ulong magnitude = 0;
        for (var i = 0; i < number.Exponent && !number.IsZero; i++)
        {
            // 19 digits are below 10^19 < 2^64: the sum cannot wrap.
            magnitude = (magnitude * 10) + (ulong)number[i];
        }

        if (magnitude > (ulong)long.MaxValue + (number.IsNegative ? 1UL : 0UL)) return false;
        value = unchecked(number.IsNegative ? -(long)magnitude : (long)magnitude);
        return true;
    }

    private static bool TryGetBigInteger(NumberDigits number, out BigInteger value)
    {
        value = default;
        if (!number.IsInteger || number.Exponent > NumberFormats.MaxBigDigits) return false;
        if (number.IsZero) return true;
        value = ToBigInteger(number, (int)number.Exponent);
        if (number.IsNegative) value = -value;
        return true;
    }

    private static BigInteger ToBigInteger(NumberDigits number, int digits)
    {
        var value = BigInteger.Zero;
        for (var i = 0; i < digits;)
        {
            ulong chunk = 0, scale = 1;
            for (var end = Math.Min(digits, i + SmallDigits); i < end; i++)
            {
                chunk = (chunk * 10) + (ulong)number[i];
                scale *= 10;
            }

            value = (value * scale) + chunk;
        }

        return value;
    }
}
