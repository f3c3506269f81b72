using System;

namespace ToolGen.Checks;

/// <summary>The formats <c>date</c>, <c>time</c>, <c>date-time</c> (RFC 3339 §5.6) and <c>duration</c> (RFC 3339 appendix A).</summary>
static partial class DateTimeFormats
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary><c>full-date</c>: <c>2000-02-29</c>, a day that the Gregorian calendar has (year 0000 too).</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => TryReadDate(text, out _, out _, out _);

    /// <summary><c>full-time</c>: <c>09:30:00Z</c>, <c>09:30:00.5+02:00</c>; the offset is required, a leap second only where UTC can have one.</summary>
    public static bool IsTime(ReadOnlySpan<char> text) => TryReadTime(text, out _, out _, out _);

    /// <summary><c>date-time</c>: a date, <c>T</c> (any case), a time.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text.Slice(0, 10)) && IsTime(text.Slice(11));

    /// <summary>Reads a <c>full-date</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Ascii.TryReadDigits(text, 0, 4, out year) && Ascii.TryReadDigits(text, 5, 2, out month) && Ascii.TryReadDigits(text, 8, 2, out day)
            && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);
    }

    /// <summary>Reads a <c>full-time</c>.</summary>
    /// <param name="text">Such as <c>23:59:60.25+00:00</c>.</param>
    /// <param name="ticks">Since midnight of the written offset, in 100 ns; digits behind the seventh are cut off.</param>
    /// <param name="offsetMinutes">East of UTC.</param>
    /// <param name="isLeapSecond">The second is 60: <paramref name="ticks"/> then counts it as the last instant of second 59, for no .NET type holds it.</param>
    public static bool TryReadTime(ReadOnlySpan<char> text, out long ticks, out int offsetMinutes, out bool isLeapSecond)
    {
        ticks = 0;
        offsetMinutes = 0;
        isLeapSecond = false;
        if (text.Length < 9 || text[2] != ':' || text[5] != ':') return false;
        if (!Ascii.TryReadDigits(text, 0, 2, out var hour) || !Ascii.TryReadDigits(text, 3, 2, out var minute) || !Ascii.TryReadDigits(text, 6, 2, out var second)) return false;
        if (hour > 23 || minute > 59 || second > 60) return false;

        var at = 8;
        if (!TryReadFraction(text, ref at, out var fraction) || !TryReadOffset(text.Slice(at), out offsetMinutes)) return false;
        isLeapSecond = second == 60;
        if (isLeapSecond)
        {
            var utc = ((((hour * 60) + minute - offsetMinutes) % MinutesOfDay) + MinutesOfDay) % MinutesOfDay;
            if (utc != MinutesOfDay - 1) return false;
            second = 59;
            fraction = TimeSpan.TicksPerSecond - 1;
        }

        ticks = (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    /// <summary><c>P4DT12H30M5S</c>, <c>P2W</c>: units in order, none left out between two, whole numbers only.</summary>
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P') return false;
        var body = text.Slice(1);
        if (body[body.Length - 1] == 'W') return DigitsUntil(body, 0) == body.Length - 1;

        var cut = body.IndexOf('T');
        if (cut < 0) return HasUnits(body, "YMD");
        return (cut == 0 || HasUnits(body.Slice(0, cut), "YMD")) && HasUnits(body.Slice(cut + 1), "HMS");
    }

    /// <summary>Reads a duration of weeks, days, hours, minutes, seconds; false where it has years or months, whose length depends on the calendar, or is longer than 100 ns ticks in 64 bits hold.</summary>
    /// <param name="text">A valid duration.</param>
    /// <param name="ticks">In 100 ns.</param>
    public static bool TryReadDuration(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!IsDuration(text)) return false;
        var inTime = false;
        long number = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (Ascii.IsDigit(c))
            {
                if (number > long.MaxValue / 100) return false;
                number = (number * 10) + (c - '0');
                continue;
            }

            if (c == 'T')
            {
                inTime = true;
                continue;
            }

            var unit = UnitTicks(c, inTime);
            if (unit == 0 ? number != 0 : number > (long.MaxValue - ticks) / unit) return false;
            ticks += number * unit;
            number = 0;
        }

        return true;
    }

    private static long UnitTicks(char unit, bool inTime) => unit switch
    {
        'W' => 7 * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' when inTime => TimeSpan.TicksPerMinute,
        'S' => TimeSpan.TicksPerSecond,
        _ => 0,
    };

    // The ABNF nests (dur-year = 1*DIGIT "Y" [dur-month]): units present must be neighbours in the row.
    private static bool HasUnits(ReadOnlySpan<char> text, string units)
    {
        if (text.IsEmpty) return false;
        var next = -1;
        for (var at = 0; at < text.Length;)
        {
            var end = DigitsUntil(text, at);
            if (end == at || end == text.Length) return false;
            var unit = units.IndexOf(text[end]);
            if (unit < 0 || (next >= 0 && unit != next)) return false;
            next = unit + 1;
            at = end + 1;
        }

        return true;
    }

    private static int DigitsUntil(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Ascii.IsDigit(text[at])) at++;
        return at;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (text[at] != '.') return true;
        var start = ++at;
        for (var unit = TimeSpan.TicksPerSecond / 10; at < text.Length && Ascii.IsDigit(text[at]); at++, unit /= 10)
            ticks += (text[at] - '0') * unit;
        return at > start;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1) return text[0] is 'Z' or 'z';
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return false;
        if (!Ascii.TryReadDigits(text, 1, 2, out var hours) || !Ascii.TryReadDigits(text, 4, 2, out var rest) || hours > 23 || rest > 59) return false;
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static int DaysInMonth(int year, int month) =>
        month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : month == 2 ? 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;
}
