using System;

namespace ToolGen.Specification.Capabilities;

/// <summary>Paths with <c>*</c> (one segment, or a part of one) and <c>**</c> (any segments).</summary>
internal static class PathPattern
{
    /// <summary>Whether every path that <paramref name="narrow"/> stands for is one of <paramref name="wide"/>'s.</summary>
    public static bool Covers(string wide, string narrow) => Covers(wide.Split('/'), 0, narrow.Split('/'), 0, 0);

    private static bool Covers(string[] wide, int w, string[] narrow, int n, int depth)
    {
        for (; w < wide.Length; w++, n++)
        {
            if (wide[w] == "**")
            {
                if (w == wide.Length - 1) return true;
                if (depth > 4) return false;
                for (var skip = n; skip <= narrow.Length; skip++)
                    if (Covers(wide, w + 1, narrow, skip, depth + 1)) return true;
                return false;
            }

            if (n >= narrow.Length || narrow[n] == "**" || !Segment(wide[w], narrow[n])) return false;
        }

        return n == narrow.Length;
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
