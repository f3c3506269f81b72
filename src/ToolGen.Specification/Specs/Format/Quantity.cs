using System.Globalization;

namespace ToolGen.Specification.Specs.Format;

/// <summary>Quantities with a unit, as <c>limits</c> has them.</summary>
internal static class Quantity
{
    /// <summary>The longest time: a day. Clocks of the system end at 49.</summary>
    private const long MaximumMilliseconds = 24 * 60 * 60_000;

    /// <summary><c>500ms</c>, <c>30s</c>, <c>5min</c> in milliseconds; null for anything else, and beyond a day.</summary>
    public static long? Milliseconds(string text)
    {
        if (Split(text) is not var (number, unit)) return null;
        long? time = unit switch { "ms" => number, "s" => number * 1_000, "min" => number * 60_000, _ => null };
        return time <= MaximumMilliseconds ? time : null;
    }

    /// <summary><c>64KB</c>, <c>128MB</c> in bytes, units of 1,024; null for anything else.</summary>
    public static long? Bytes(string text) => Split(text) is var (number, unit)
        ? unit switch { "B" => number, "KB" => number << 10, "MB" => number << 20, "GB" => number << 30, _ => null }
        : null;

    private static (long Number, string Unit)? Split(string text)
    {
        var digits = 0;
        while (digits < text.Length && text[digits] is >= '0' and <= '9') digits++;
        if (digits is 0 or > 9 || text[0] == '0') return null;
        return (long.Parse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture), text.Substring(digits));
    }
}
