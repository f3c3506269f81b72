using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Checks;

/// <summary>Which code point is which symbol.</summary>
/// <param name="Count">Symbols are 0 up to, not including, this.</param>
/// <param name="Starts">The first code points of ranges of one symbol, ascending from 0.</param>
/// <param name="Symbols">The symbols of these ranges.</param>
internal sealed record PatternSymbols(int Count, int[] Starts, int[] Symbols)
{
    /// <summary>Symbols that a table does not tell apart become one.</summary>
    public static (PatternSymbols Symbols, PatternTable Table) Merge(PatternSymbols symbols, PatternTable table)
    {
        var columns = Enumerable.Range(0, table.Columns)
            .Select(column => Enumerable.Range(0, table.StateCount).Select(state => table.Cells[(state * table.Columns) + column]).ToArray()).ToArray();
        var kept = new List<int[]>();
        var numbers = new Dictionary<int[], int>(CellsComparer.Instance);
        var renamed = new int[symbols.Count];
        for (var symbol = 0; symbol < symbols.Count; symbol++)
        {
            if (!numbers.TryGetValue(columns[symbol], out renamed[symbol]))
            {
                numbers.Add(columns[symbol], renamed[symbol] = kept.Count);
                kept.Add(columns[symbol]);
            }
        }

        kept.Add(columns[table.Columns - 1]);
        var cells = new int[table.StateCount * kept.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = kept[i % kept.Count][i / kept.Count];
        return (symbols.Rename(renamed, kept.Count - 1), new(kept.Count, cells));
    }

    private PatternSymbols Rename(int[] renamed, int count)
    {
        var (starts, symbols) = (new List<int>(), new List<int>());
        for (var i = 0; i < Starts.Length; i++)
        {
            var symbol = renamed[Symbols[i]];
            if (symbols.Count > 0 && symbols[symbols.Count - 1] == symbol) continue;
            starts.Add(Starts[i]);
            symbols.Add(symbol);
        }

        return new(count, starts.ToArray(), symbols.ToArray());
    }

    private sealed class CellsComparer : IEqualityComparer<int[]>
    {
        public static CellsComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] cells) => cells.Aggregate(17, (hash, cell) => unchecked((hash * 31) + cell));
    }
}
