using System;
using System.Globalization;

namespace ToolGen.Transforms;

/// <summary>Dates of RSS feeds and mail: RFC 822 §5 as changed by RFC 1123 §5.2.14 and RFC 5322 §4.3, such as <c>Mon, 31 Mar 2025 10:30:00 +0200</c>.</summary>
internal static class MailDate
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Reads one; the day of the week may be missing, is not compared with the date, and seconds may be missing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        text = text.Trim();
        var comma = text.IndexOf(',');
        if (comma is 0 or > 9) return false;
        if (comma > 0) text = text[(comma + 1)..];

        Span<Range> words = stackalloc Range[6];
        var count = text.SplitAny(words, " \t\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (count != 5) return false;
        if (!TryNumber(text[words[0]], 1, 2, out var day) || !TryMonth(text[words[1]], out var month) || !TryYear(text[words[2]], out var year)) return false;
        if (!TryClock(text[words[3]], out var ticks) || !TryZone(text[words[4]], out var offset)) return false;
        if (year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        return CellText.TryInstant(new DateOnly(year, month, day), ticks, offset, out value);
    }

    private static bool TryMonth(ReadOnlySpan<char> word, out int month)
    {
        for (month = 1; month <= 12; month++)
            if (word.Equals(Months[month - 1], StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // RFC 5322 §4.3: two digits below 50 are of the 2000s, others and three digits count from 1900.
    private static bool TryYear(ReadOnlySpan<char> word, out int year)
    {
        if (!TryNumber(word, 2, 4, out year)) return false;
        if (word.Length < 4) year += word.Length == 2 && year < 50 ? 2000 : 1900;
        return true;
    }

    private static bool TryClock(ReadOnlySpan<char> word, out long ticks)
    {
        ticks = 0;
        if (word.Length is not (5 or 8) || word[2] != ':') return false;
        var second = 0;
        if (!TryNumber(word[..2], 2, 2, out var hour) || !TryNumber(word[3..5], 2, 2, out var minute)) return false;
        if (word.Length == 8 && (word[5] != ':' || !TryNumber(word[6..], 2, 2, out second))) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        ticks = new TimeSpan(hour, minute, second).Ticks;
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> word, out int minutes)
    {
        minutes = 0;
        if (word.Length == 5 && word[0] is '+' or '-')
        {
            if (!TryNumber(word[1..3], 2, 2, out var hours) || !TryNumber(word[3..], 2, 2, out var rest) || hours > 23 || rest > 59) return false;
            minutes = ((hours * 60) + rest) * (word[0] == '-' ? -1 : 1);
            return true;
        }

        var hour = word switch
        {
            "GMT" or "UT" or "UTC" or "Z" => 0,
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => int.MinValue,
        };
        minutes = hour == int.MinValue ? 0 : hour * 60;
        return hour != int.MinValue;
    }

    private static bool TryNumber(ReadOnlySpan<char> word, int least, int most, out int value)
    {
        value = 0;
        return word.Length >= least && word.Length <= most && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
