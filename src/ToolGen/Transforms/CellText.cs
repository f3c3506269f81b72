using System;
using System.Globalization;
using System.Numerics;
using ToolGen.Checks;

namespace ToolGen.Transforms;

/// <summary>
/// Typed values from the text of a cell, an attribute or an element: strict and the same in every culture. Blanks around a value are
/// ignored; a number may have a sign and leading zeros (<c>+007.50</c>), never thousands separators; nothing is rounded to fit but a double.
/// </summary>
internal static class CellText
{
    private const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryInt64(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return TryNumber(text, out var number) && ExactNumber.TryGetInt64(number, out value);
    }

    public static bool TryInt32(ReadOnlySpan<char> text, out int value)
    {
        var fits = TryInt64(text, out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    public static bool TryBigInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        return TryNumber(text, out var number) && ExactNumber.TryGetBigInteger(number, out value);
    }

    public static bool TryDouble(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        return TryNumber(text, out var number) && double.TryParse(number, Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    public static bool TryDecimal(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        return TryNumber(text, out var number) && NumberFormats.IsDecimal(number) && decimal.TryParse(number, Float, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryBoolean(ReadOnlySpan<char> text, out bool value)
    {
        text = Trim(text);
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly value)
    {
        value = default;
        if (!DateTimeFormats.TryReadDate(Trim(text), out var year, out var month, out var day) || year == 0) return false;
        value = new(year, month, day);
        return true;
    }

    /// <summary>RFC 3339 with an offset, or the same with a blank for the <c>T</c>.</summary>
    public static bool TryDateTime(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        text = Trim(text);
        if (text.Length < 12 || text[10] is not ('T' or 't' or ' ') || !TryDate(text[..10], out var date)) return false;
        return DateTimeFormats.TryReadTime(text[11..], out var ticks, out var offset, out var isLeapSecond) && !isLeapSecond && TryInstant(date, ticks, offset, out value);
    }

    /// <summary><c>09:30</c>, <c>09:30:15.5</c>, or with <c>Z</c> behind seconds.</summary>
    public static bool TryTime(ReadOnlySpan<char> text, out TimeOnly value)
    {
        value = default;
        text = Trim(text);
        if (text.Length == 5) return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
        Span<char> padded = stackalloc char[40];
        if (text.Length is < 8 or > 38) return false;
        text.CopyTo(padded);
        var length = text.Length;
        if (text[^1] is not ('Z' or 'z')) padded[length++] = 'Z';
        if (!DateTimeFormats.TryReadTime(padded[..length], out var ticks, out var offset, out var isLeapSecond) || offset != 0 || isLeapSecond) return false;
        value = new(ticks);
        return true;
    }

    /// <summary>ISO 8601 weeks, days, hours, minutes, seconds, such as <c>PT1H30M</c>.</summary>
    public static bool TryDuration(ReadOnlySpan<char> text, out TimeSpan value)
    {
        var read = DateTimeFormats.TryReadDuration(Trim(text), out var ticks);
        value = new(ticks);
        return read;
    }

    public static bool TryUuid(ReadOnlySpan<char> text, out Guid value)
    {
        text = Trim(text);
        value = default;
        return TextFormats.IsUuid(text) && Guid.TryParseExact(text, "D", out value);
    }

    public static bool TryBase64(ReadOnlySpan<char> text, out ReadOnlyMemory<byte> value)
    {
        text = Trim(text);
        var bytes = new byte[((text.Length / 4) + 1) * 3];
        var read = Convert.TryFromBase64Chars(text, bytes, out var length);
        value = read ? bytes.AsMemory(0, length) : default;
        return read;
    }

    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).IsEmpty;

    internal static bool TryInstant(DateOnly date, long ticks, int offsetMinutes, out DateTimeOffset value)
    {
        value = default;
        var local = (date.DayNumber * TimeSpan.TicksPerDay) + ticks;
        var utc = local - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (Math.Abs(offsetMinutes) > 14 * 60 || utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks) return false;
        value = new(local, TimeSpan.FromMinutes(offsetMinutes));
        return true;
    }

    // Checks read JSON numbers; what a table may have more is a plus sign, leading zeros and a bare dot.
    private static bool TryNumber(ReadOnlySpan<char> text, out ReadOnlySpan<char> number)
    {
        text = Trim(text);
        number = !text.IsEmpty && text[0] == '+' ? text[1..] : text;
        var at = !text.IsEmpty && text[0] is '+' or '-' ? 1 : 0;
        var digits = Digits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            digits += Digits(text, ref at);
        }

        if (digits == 0) return false;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (Digits(text, ref at) == 0) return false;
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at - start;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t\r\n");
}
