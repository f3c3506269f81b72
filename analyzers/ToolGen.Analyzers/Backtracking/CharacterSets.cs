using System;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>The character classes of .NET's expressions, and what two sets have in common.</summary>
internal static class CharacterSets
{
    private static readonly Lazy<CodePointSet> LazyWord = new(() => Union(["L", "Mn", "Nd", "Pc"], CodePointSet.Word));
    private static readonly Lazy<CodePointSet> LazyDigit = new(() => Union(["Nd"], CodePointSet.Digit));

    public static CodePointSet Nothing { get; } = CodePointSet.Of();

    public static CodePointSet Newline { get; } = CodePointSet.Of('\n', '\n');

    public static CodePointSet Dot { get; } = Newline.Complement();

    public static CodePointSet Space { get; } = Union([], CodePointSet.Space, CodePointSet.Of(0x85, 0x85));

    public static CodePointSet Word => LazyWord.Value;

    public static CodePointSet Digit => LazyDigit.Value;

    public static CodePointSet? Named(string name) => UnicodeProperty.Category(name) ?? (name.StartsWith("Is", StringComparison.Ordinal) ? CodePointSet.Of(0x80, 0xFFFF) : null);

    public static bool Has(this CodePointSet set, int codePoint)
    {
        int low = 0, high = set.RangeCount - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < set.First(middle)) high = middle - 1;
            else if (codePoint > set.LastOf(middle)) low = middle + 1;
            else return true;
        }

        return false;
    }

    public static bool IsEmpty(this CodePointSet set) => set.RangeCount == 0;

    public static CodePointSet And(this CodePointSet a, CodePointSet b)
    {
        var both = new CodePointSet.Builder();
        for (int i = 0, j = 0; i < a.RangeCount && j < b.RangeCount;)
        {
            int first = Math.Max(a.First(i), b.First(j)), last = Math.Min(a.LastOf(i), b.LastOf(j));
            if (first <= last) both.Add(first, last);
            if (a.LastOf(i) < b.LastOf(j)) i++;
            else j++;
        }

        return both.Build();
    }

    public static CodePointSet Or(this CodePointSet a, CodePointSet b) => Union([], a, b);

    public static CodePointSet Without(this CodePointSet a, CodePointSet b) => a.And(b.Complement());

    /// <summary>With the other case of each letter of the English alphabet.</summary>
    public static CodePointSet BothCases(this CodePointSet set)
    {
        var all = new CodePointSet.Builder();
        all.Add(set);
        for (var c = 'a'; c <= 'z'; c++)
        {
            if (set.Has(c)) all.Add(char.ToUpperInvariant(c), char.ToUpperInvariant(c));
            if (set.Has(char.ToUpperInvariant(c))) all.Add(c, c);
        }

        return all.Build();
    }

    private static CodePointSet Union(string[] categories, params CodePointSet[] sets)
    {
        var all = new CodePointSet.Builder();
        foreach (var set in sets.Concat(categories.Select(UnicodeProperty.Category).OfType<CodePointSet>())) all.Add(set);
        return all.Build();
    }
}
