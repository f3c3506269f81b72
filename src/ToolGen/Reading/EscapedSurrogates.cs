using System;
using System.Globalization;

namespace ToolGen;

/// <summary>Finds escapes of half a surrogate pair before a reader decodes them, which it does with an exception.</summary>
internal static class EscapedSurrogates
{
    private const int Length = 6;

    /// <summary>Whether an escape in a text of JSON stands for half of a pair without its other half. What is no escape is left to the reader.</summary>
    public static bool HasHalf(ReadOnlySpan<byte> json)
    {
        for (var next = json.IndexOf((byte)'\\'); next >= 0 && json.Length > 1; next = json.IndexOf((byte)'\\'))
        {
            json = json[next..];
            var unit = Unit(json);
            if (char.IsLowSurrogate(unit)) return true;
            if (char.IsHighSurrogate(unit) && !char.IsLowSurrogate(Unit(json[Length..]))) return true;
            json = json[(char.IsHighSurrogate(unit) ? 2 * Length : Math.Min(2, json.Length))..];
        }

        return false;
    }

    // NUL where no escape of four digits begins.
    private static char Unit(ReadOnlySpan<byte> json) =>
        json.Length >= Length && json[0] == '\\' && json[1] == 'u' && ushort.TryParse(json[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';
}
