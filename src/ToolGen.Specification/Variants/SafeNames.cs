using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToolGen.Specification.Variants;

/// <summary>Names that every provider takes for a property: <c>^[a-zA-Z0-9_.-]{1,64}$</c>.</summary>
internal static class SafeNames
{
    public const int MaxLength = 64;

    public static bool IsSafe(string name) => name.Length is > 0 and <= MaxLength && name.All(IsSafe);

    /// <summary>The name, or the nearest safe one that is not yet taken; it is taken then.</summary>
    public static string Of(string name, HashSet<string> taken)
    {
        var safe = new StringBuilder();
        foreach (var unit in name.Take(MaxLength)) safe.Append(IsSafe(unit) ? unit : '_');
        if (safe.Length == 0) safe.Append('_');
        var first = safe.ToString();
        var next = first;
        for (var i = 2; !taken.Add(next); i++)
        {
            var end = "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            next = first.Substring(0, System.Math.Min(first.Length, MaxLength - end.Length)) + end;
        }

        return next;
    }

    private static bool IsSafe(char unit) => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-';
}
