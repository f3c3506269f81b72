using System;
using System.Globalization;

namespace ToolGen.Transforms;

/// <summary>The functions <c>date hour day month</c> of a transform's C#. All of UTC and the Gregorian calendar, whatever the machine says.</summary>
public static class TransformFunctions
{
    /// <summary>A date from text.</summary>
    /// <param name="text">Null gives null.</param>
    /// <param name="formats">.NET date formats, tried in turn, English names (<c>d MMMM yyyy</c>); none: <c>yyyy-MM-dd</c>.</param>
    /// <returns>Null where no format fits the whole text, or the calendar has no such day.</returns>
    public static DateOnly? Date(string? text, params ReadOnlySpan<string> formats)
    {
        if (formats.IsEmpty) formats = ["yyyy-MM-dd"];
        foreach (var format in formats)
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        return null;
    }

    /// <summary>The beginning of the hour, in UTC.</summary>
    public static DateTimeOffset Hour(DateTimeOffset instant)
    {
        var utc = instant.UtcTicks;
        return new(utc - (utc % TimeSpan.TicksPerHour), TimeSpan.Zero);
    }

    /// <inheritdoc cref="Hour(DateTimeOffset)"/>
    public static DateTimeOffset? Hour(DateTimeOffset? instant) => instant is { } value ? Hour(value) : null;

    /// <summary>The day in UTC.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <inheritdoc cref="Day(DateTimeOffset)"/>
    public static DateOnly? Day(DateTimeOffset? instant) => instant is { } value ? Day(value) : null;

    /// <summary>The first day of the month, in UTC.</summary>
    public static DateOnly Month(DateTimeOffset instant) => Month(Day(instant));

    /// <inheritdoc cref="Month(DateTimeOffset)"/>
    public static DateOnly? Month(DateTimeOffset? instant) => instant is { } value ? Month(value) : null;

    /// <summary>The first day of the month.</summary>
    public static DateOnly Month(DateOnly date) => new(date.Year, date.Month, 1);

    /// <inheritdoc cref="Month(DateOnly)"/>
    public static DateOnly? Month(DateOnly? date) => date is { } value ? Month(value) : null;
}
