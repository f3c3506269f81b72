using System.Text;

namespace ToolGen.Specification.Specs;

/// <summary>What C# calls a JSON name (SPEC §2).</summary>
internal static class MemberName
{
    /// <summary>
    /// Pascal case: split where a character is no letter or digit, and at lower→Upper; first letters up, the rest kept; a leading digit gets <c>_</c>.
    /// </summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length + 1);
        var up = true;
        foreach (var c in name)
        {
            // Characters outside the basic plane are two units, which C# has no place for in a name.
            if (!char.IsLetterOrDigit(c))
            {
                up = true;
                continue;
            }

            pascal.Append(up ? char.ToUpperInvariant(c) : c);
            up = false;
        }

        if (pascal.Length == 0) return "_";
        if (char.IsDigit(pascal[0])) pascal.Insert(0, '_');
        return pascal.ToString();
    }
}
