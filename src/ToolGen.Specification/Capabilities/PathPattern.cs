using System;

namespace ToolGen.Specification.Capabilities;

/// <summary>Paths with <c>*</c> (one segment, or a part of one) and <c>**</c> (any segments, none too).</summary>
internal static class PathPattern
{
    /// <summary>Signs stand alone: <c>**</c> is a whole segment, and no other segment has two stars side by side.</summary>
    public static bool IsValid(string path)
    {
        foreach (var segment in path.Split('/'))
            if (segment != "**" && segment.IndexOf("**", StringComparison.Ordinal) >= 0) return false;
        return true;
    }

    /// <summary>
    /// Whether every path that <paramref name="narrow"/> stands for is one of <paramref name="wide"/>'s. Where that would take more than laying the
    /// one onto the other, the answer is no.
    /// </summary>
    public static bool Covers(string wide, string narrow)
    {
        if (wide == "/**" && narrow.StartsWith("/", StringComparison.Ordinal)) return true;
        var parts = narrow.Split('/');

        // laid[n]: the wide segments so far can be laid onto the first n narrow ones. No recursion: both may come from an adversary.
        var laid = new bool[parts.Length + 1];
        laid[0] = true;
        foreach (var segment in wide.Split('/'))
        {
            var next = new bool[laid.Length];
            for (var n = 0; n < laid.Length; n++)
            {
                if (segment == "**") next[n] = laid[n] || (n > 0 && next[n - 1]);
                else next[n] = n > 0 && laid[n - 1] && parts[n - 1] != "**" && Segment(segment, parts[n - 1]);
            }

            laid = next;
        }

        return laid[parts.Length];
    }

    // A star in the narrow one is text to the wide one, whose own star takes it too.
    private static bool Segment(string wide, string narrow)
    {
        var star = wide.IndexOf('*');
        if (star < 0) return string.Equals(wide, narrow, StringComparison.Ordinal);
        if (wide == "*") return narrow.Length > 0;
        var parts = wide.Split('*');
        if (!narrow.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = narrow.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + parts[i].Length;
        }

        var last = parts[parts.Length - 1];
        return narrow.Length - at >= last.Length && narrow.EndsWith(last, StringComparison.Ordinal);
    }
}
