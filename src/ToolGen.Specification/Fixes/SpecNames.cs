using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ToolGen.Specification.Fixes;

/// <summary>
/// The rule that makes a legal tool name of any text: each run of characters that are no ASCII letter, digit, <c>_</c> or <c>-</c>
/// becomes one <c>_</c> (<c>math.factorial</c> → <c>math_factorial</c>); a name that begins with no letter gets <c>tool_</c> in front;
/// one longer than 64 keeps 55 and gets <c>_</c> and 8 hex digits of its SHA-256. Names equal but for case are numbered from 2.
/// </summary>
public static class SpecNames
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaximumLength = 64;

    /// <summary>Whether a text is a legal name: <c>^[a-z][a-z0-9_-]{0,63}$</c> ignoring case.</summary>
    public static bool IsLegal(string name) =>
        name.Length is > 0 and <= MaximumLength && IsLetter(name[0]) && name.All(IsNameCharacter);

    /// <summary>The legal name made of a text; a legal one comes back as it is.</summary>
    public static string Mend(string name)
    {
        if (IsLegal(name)) return name;
        var mended = new StringBuilder(name.Length + 5);
        foreach (var unit in name)
        {
            if (IsNameCharacter(unit)) mended.Append(unit);
            else if (mended.Length > 0 && mended[mended.Length - 1] != '_') mended.Append('_');
        }

        while (mended.Length > 0 && mended[mended.Length - 1] == '_' && name[name.Length - 1] != '_') mended.Length--;
        if (mended.Length == 0 || !IsLetter(mended[0])) mended.Insert(0, "tool_");
        return mended.Length <= MaximumLength ? mended.ToString() : mended.ToString(0, MaximumLength - 9) + "_" + Hash(name);
    }

    /// <summary>A legal name for each text, in order, no two equal ignoring case: <c>sum</c>, <c>Sum</c>, <c>sum</c> → <c>sum</c>, <c>Sum_2</c>, <c>sum_3</c>.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var result = new List<string>();
        foreach (var name in names)
        {
            var mended = Mend(name);
            if (!taken.Add(mended)) mended = Free(mended, taken, next);
            result.Add(mended);
        }

        return result;
    }

    /// <summary>Whether <see cref="Mend"/> or <see cref="Distinct"/> could have made <paramref name="mended"/> of <paramref name="name"/>.</summary>
    internal static bool IsMended(string name, string mended)
    {
        var plain = Mend(name);
        if (plain == mended) return true;
        var at = mended.LastIndexOf('_');
        return at > 0 && int.TryParse(mended.Substring(at + 1), out var number) && number > 1 && Numbered(plain, number) == mended;
    }

    // Names that are cut to one go by one count.
    private static string Free(string name, HashSet<string> taken, Dictionary<string, int> next)
    {
        var second = Numbered(name, 2);
        if (!next.TryGetValue(second, out var number)) number = 2;
        while (!taken.Add(Numbered(name, number))) number++;
        next[second] = number + 1;
        return Numbered(name, number);
    }

    private static string Numbered(string name, int number)
    {
        var suffix = "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (name.Length + suffix.Length <= MaximumLength ? name : name.Substring(0, MaximumLength - suffix.Length)) + suffix;
    }

    private static bool IsLetter(char unit) => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNameCharacter(char unit) => IsLetter(unit) || unit is (>= '0' and <= '9') or '_' or '-';

    private static string Hash(string name)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(4).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
