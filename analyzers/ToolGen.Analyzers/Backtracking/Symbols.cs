using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>Some of the at most 128 kinds of character that an expression tells apart.</summary>
internal readonly record struct Symbols(ulong Low, ulong High)
{
    public const int Most = 128;

    public bool IsNone => (this.Low | this.High) == 0;

    public Symbols And(Symbols other) => new(this.Low & other.Low, this.High & other.High);

    public Symbols With(int symbol) => symbol < 64 ? this with { Low = this.Low | (1UL << symbol) } : this with { High = this.High | (1UL << (symbol - 64)) };

    /// <returns>The kinds in each set; null where there are too many.</returns>
    public static Dictionary<CodePointSet, Symbols>? Of(IEnumerable<CodePointSet> sets)
    {
        var distinct = sets.Distinct().ToArray();
        var starts = new SortedSet<int>(distinct.SelectMany(set => Enumerable.Range(0, set.RangeCount).SelectMany(i => new[] { set.First(i), set.LastOf(i) + 1 })));
        var kinds = new Dictionary<string, int>();
        var found = new Symbols[distinct.Length];
        foreach (var start in starts)
        {
            var members = string.Concat(distinct.Select(set => set.Has(start) ? '1' : '0'));
            if (kinds.ContainsKey(members)) continue;
            if (kinds.Count >= Most) return null;
            kinds[members] = kinds.Count;
            for (var i = 0; i < found.Length; i++)
                if (members[i] == '1') found[i] = found[i].With(kinds[members]);
        }

        return distinct.Select((set, i) => (set, symbols: found[i])).ToDictionary(pair => pair.set, pair => pair.symbols);
    }
}
