using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Checks;

/// <summary>
/// The smallest automaton that says the same: states that no text tells apart become one (J. Hopcroft, "An n log n algorithm for minimizing
/// states in a finite automaton", 1971). States are numbered as they are met from the start, so that equal patterns have equal tables.
/// </summary>
internal sealed class PatternMinimum
{
    private readonly PatternTable table;
    private readonly int[] members;
    private readonly int[] places;
    private readonly int[] blocks;
    private readonly List<(int First, int Count)> ranges = [];
    private readonly Stack<int> splitters = new();

    private PatternMinimum(PatternTable table)
    {
        this.table = table;
        var count = table.StateCount;
        members = [.. Enumerable.Range(0, count).OrderBy(Kind)];
        places = new int[count];
        blocks = new int[count];
        for (var i = 0; i < count; i++)
        {
            places[members[i]] = i;
            if (i == 0 || Kind(members[i]) != Kind(members[i - 1])) Open(i, 0);
            ranges[ranges.Count - 1] = (ranges[ranges.Count - 1].First, ranges[ranges.Count - 1].Count + 1);
            blocks[members[i]] = ranges.Count - 1;
        }
    }

    public static PatternTable Of(PatternTable table)
    {
        var minimum = new PatternMinimum(table);
        minimum.Refine();
        return minimum.Build();
    }

    // A text that ends here matches or not: what the last column says.
    private int Kind(int state) => table.Cells[((state + 1) * table.Columns) - 1];

    private void Open(int first, int count)
    {
        ranges.Add((first, count));
        splitters.Push(ranges.Count - 1);
    }

    private void Refine()
    {
        var symbols = table.Columns - 1;
        var (starts, sources) = Sources(symbols);
        while (splitters.Count > 0)
        {
            var splitter = splitters.Pop();
            var targets = members.AsSpan(ranges[splitter].First, ranges[splitter].Count).ToArray();
            for (var symbol = 0; symbol < symbols; symbol++)
            {
                var marked = new Dictionary<int, int>();
                foreach (var target in targets)
                {
                    var slot = (symbol * table.StateCount) + target;
                    for (var i = starts[slot]; i < starts[slot + 1]; i++) Mark(sources[i], marked);
                }

                foreach (var pair in marked) Split(pair.Key, pair.Value);
            }
        }
    }

    // Moves a state to the front of its block.
    private void Mark(int state, Dictionary<int, int> marked)
    {
        var block = blocks[state];
        marked.TryGetValue(block, out var count);
        var place = ranges[block].First + count;
        var other = members[place];
        (members[place], members[places[state]]) = (state, other);
        (places[other], places[state]) = (places[state], place);
        marked[block] = count + 1;
    }

    private void Split(int block, int count)
    {
        var (first, all) = ranges[block];
        if (count == all) return;
        // The smaller part gets the new number: only it has to be looked at, unless the whole block waits anyway.
        var (newFirst, newCount) = count <= all - count ? (first, count) : (first + count, all - count);
        ranges[block] = newFirst == first ? (first + count, all - count) : (first, count);
        Open(newFirst, newCount);
        for (var i = newFirst; i < newFirst + newCount; i++) blocks[members[i]] = ranges.Count - 1;
    }

    // From where a symbol leads to a state, as one list; where each (symbol, state) begins in it.
    private (int[] Starts, int[] Sources) Sources(int symbols)
    {
        var count = table.StateCount;
        var starts = new int[(symbols * count) + 1];
        for (var state = 0; state < count; state++)
            for (var symbol = 0; symbol < symbols; symbol++) starts[(symbol * count) + table.Cells[(state * table.Columns) + symbol] + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var next = (int[])starts.Clone();
        var sources = new int[symbols * count];
        for (var state = 0; state < count; state++)
            for (var symbol = 0; symbol < symbols; symbol++) sources[next[(symbol * count) + table.Cells[(state * table.Columns) + symbol]]++] = state;
        return (starts, sources);
    }

    private PatternTable Build()
    {
        var numbers = Enumerable.Repeat(-1, ranges.Count).ToArray();
        var order = new List<int>();
        void Meet(int state)
        {
            if (numbers[blocks[state]] >= 0) return;
            numbers[blocks[state]] = order.Count;
            order.Add(state);
        }

        Meet(PatternTable.Never);
        Meet(PatternTable.Always);
        // A pattern that always or never matches still has a first state of its own.
        if (numbers[blocks[PatternTable.Start]] >= 0) order.Add(PatternTable.Start);
        else Meet(PatternTable.Start);
        var cells = new List<int>();
        for (var i = 0; i < order.Count; i++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                var target = table.Cells[(order[i] * table.Columns) + column];
                Meet(target);
                cells.Add(numbers[blocks[target]]);
            }
        }

        return new(table.Columns, cells.ToArray());
    }
}
