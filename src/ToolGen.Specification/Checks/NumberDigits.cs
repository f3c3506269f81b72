using System;
using System.Globalization;

namespace ToolGen.Checks;

/// <summary>
/// A view over the text of a JSON number as ±0.d₁d₂…dₙ × 10^<see cref="Exponent"/> with d₁ and dₙ not zero (n = 0 for zero), so that
/// numbers compare by value without being computed. Nothing is copied; the text must be a JSON number (RFC 8259 §6).
/// </summary>
internal readonly ref struct NumberDigits
{
    // Beyond any length of text, so that adding a count of digits to it cannot overflow: 1e999999999999999999999 saturates.
    private const long MaxExponent = 100_000_000_000_000_000;

    private readonly ReadOnlySpan<char> chars;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly int first;
    private readonly int dot;

    public NumberDigits(ReadOnlySpan<char> text)
        : this(text, default)
    {
    }

    public NumberDigits(ReadOnlySpan<byte> utf8)
        : this(default, utf8)
    {
    }

    private NumberDigits(ReadOnlySpan<char> chars, ReadOnlySpan<byte> bytes)
    {
        this.chars = chars;
        this.bytes = bytes;
        this.dot = int.MaxValue;
        var length = chars.Length + bytes.Length;
        var at = length > 0 && this.At(0) == '-' ? 1 : 0;
        this.IsNegative = at == 1;

        int digits = 0, whole = -1, firstDigit = -1, lastDigit = -1;
        for (; at < length && this.At(at) is not ('e' or 'E'); at++)
        {
            var c = this.At(at);
            if (c == '.')
            {
                this.dot = at;
                whole = digits;
                continue;
            }

            if (c != '0')
            {
                lastDigit = digits;
                if (firstDigit < 0)
                {
                    firstDigit = digits;
                    this.first = at;
                }
            }

            digits++;
        }

        if (firstDigit < 0)
        {
            this.IsNegative = false;
            return;
        }

        this.Count = lastDigit - firstDigit + 1;
        this.Exponent = (whole < 0 ? digits : whole) - firstDigit + this.ExponentAt(at + 1, length);
    }

    public bool IsNegative { get; }

    /// <summary>Digits from the first that is not zero to the last that is not zero.</summary>
    public int Count { get; }

    public long Exponent { get; }

    public bool IsZero => this.Count == 0;

    public bool IsInteger => this.Count <= this.Exponent || this.IsZero;

    /// <summary>The digit dᵢ₊₁; zero behind the last.</summary>
    public int this[int index]
    {
        get
        {
            if (index >= this.Count) return 0;
            var at = this.first + index;
            return this.At(this.first < this.dot && at >= this.dot ? at + 1 : at) - '0';
        }
    }

    public int CompareTo(NumberDigits other)
    {
        if (this.IsZero || other.IsZero) return Sign(this) - Sign(other);
        if (this.IsNegative != other.IsNegative) return this.IsNegative ? -1 : 1;
        var magnitude = this.CompareMagnitude(other);
        return this.IsNegative ? -magnitude : magnitude;
    }

    /// <summary>One text for one value, such as <c>-15e-1</c>.</summary>
    public string ToCanonical()
    {
        if (this.IsZero) return "0";
        var digits = new char[this.Count];
        for (var i = 0; i < digits.Length; i++) digits[i] = (char)('0' + this[i]);
        return (this.IsNegative ? "-" : "") + new string(digits) + "e" + (this.Exponent - this.Count).ToString(CultureInfo.InvariantCulture);
    }

    private static int Sign(NumberDigits number) => number.IsZero ? 0 : number.IsNegative ? -1 : 1;

    private int CompareMagnitude(NumberDigits other)
    {
        if (this.Exponent != other.Exponent) return this.Exponent < other.Exponent ? -1 : 1;
        for (var i = 0; i < this.Count && i < other.Count; i++)
            if (this[i] != other[i]) return this[i] < other[i] ? -1 : 1;
        return this.Count.CompareTo(other.Count);
    }

    private char At(int index) => this.bytes.IsEmpty ? this.chars[index] : (char)this.bytes[index];

    private long ExponentAt(int at, int length)
    {
        if (at >= length) return 0;
        var negative = this.At(at) == '-';
        if (this.At(at) is '-' or '+') at++;
        long value = 0;
        for (; at < length && value < MaxExponent; at++) value = (value * 10) + (this.At(at) - '0');
        if (value > MaxExponent) value = MaxExponent;
        return negative ? -value : value;
    }
}
