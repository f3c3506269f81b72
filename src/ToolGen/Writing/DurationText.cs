using System;
using System.Globalization;
using System.Text;

namespace ToolGen;

/// <summary>Durations as RFC 3339 appendix A writes them.</summary>
internal static class DurationText
{
    /// <summary>Such as <c>P1DT2H</c>; the grammar wants no unit left out between two of the time.</summary>
    public static string Of(TimeSpan value)
    {
        if (value == TimeSpan.Zero) return "PT0S";
        var text = new StringBuilder("P");
        if (value.Days > 0) text.Append(CultureInfo.InvariantCulture, $"{value.Days}D");
        int[] parts = [value.Hours, value.Minutes, value.Seconds];
        var first = Array.FindIndex(parts, part => part != 0);
        if (first < 0) return text.ToString();
        var last = Array.FindLastIndex(parts, part => part != 0);
        text.Append('T');
        for (var i = first; i <= last; i++) text.Append(CultureInfo.InvariantCulture, $"{parts[i]}{"HMS"[i]}");
        return text.ToString();
    }
}
