using System;
using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>Code points that no set of a pattern tells apart are one <em>symbol</em>: so the pattern reads an alphabet of a few dozen.</summary>
internal sealed class PatternAlphabet
{
    private readonly ushort[] ascii = new ushort[128];
    private readonly int[] starts;
    private readonly int[] symbols;
    private readonly bool[][] contains;
    private readonly bool[]? words;

    public PatternAlphabet(IReadOnlyList<CodePointSet> sets, bool usesWords, bool usesStart)
    {
        List<CodePointSet> all = [.. sets];
        if (usesWords) all.Add(CodePointSet.Word);

        var bounds = new SortedSet<int> { 0 };
        foreach (var set in all)
            for (var i = 0; i < set.RangeCount; i++)
            {
                bounds.Add(set.First(i));
                if (set.LastOf(i) < CodePointSet.Last) bounds.Add(set.LastOf(i) + 1);
            }

        starts = [.. bounds];
        symbols = new int[starts.Length];
        var count = 1;
        foreach (var set in all) count = Refine(set);
        SymbolCount = count;

        contains = new bool[sets.Count][];
        for (var i = 0; i < sets.Count; i++) contains[i] = Members(sets[i]);
        words = usesWords ? Members(CodePointSet.Word) : null;
        for (var i = 0; i < ascii.Length; i++) ascii[i] = (ushort)Find(i);
        ContextCount = usesWords || usesStart ? 3 : 1;
    }

    // A printed alphabet, read back.
    internal PatternAlphabet(PatternSymbols alphabet, bool[][] contains, bool[]? words, int contextCount)
    {
        (starts, symbols) = (alphabet.Starts, alphabet.Symbols);
        SymbolCount = alphabet.Count;
        this.contains = contains;
        this.words = words;
        for (var i = 0; i < ascii.Length; i++) ascii[i] = (ushort)Find(i);
        ContextCount = contextCount;
    }

    /// <summary>The symbols without what they mean.</summary>
    public PatternSymbols Symbols => new(SymbolCount, starts, symbols);

    public int SymbolCount { get; }

    public int SetCount => contains.Length;

    /// <summary>In how many ways what stands before a position matters: 1 (not at all) or 3 (see <see cref="ContextBehind"/>).</summary>
    public int ContextCount { get; }

    public int SymbolOf(int codePoint) => codePoint < 128 ? ascii[codePoint] : Find(codePoint);

    public bool Contains(int set, int symbol) => contains[set][symbol];

    public bool IsWord(int symbol) => words is not null && words[symbol];

    /// <summary>What a position knows of the symbol before it (-1: the text begins there): 0 nothing or no word character, 1 a word character, 2 the beginning.</summary>
    public int ContextBehind(int symbol) => ContextCount == 1 ? 0 : symbol < 0 ? 2 : IsWord(symbol) ? 1 : 0;

    /// <summary>Whether an assertion holds between what stands before a position and the symbol behind it (-1: the text ends there).</summary>
    public bool Holds(PatternAssertion assertion, int context, int symbol) => assertion switch
    {
        PatternAssertion.Start => context == 2,
        PatternAssertion.End => symbol < 0,
        PatternAssertion.WordBoundary => (context == 1) != (symbol >= 0 && IsWord(symbol)),
        _ => (context == 1) == (symbol >= 0 && IsWord(symbol)),
    };

    private int Find(int codePoint)
    {
        var index = Array.BinarySearch(starts, codePoint);
        return symbols[index >= 0 ? index : ~index - 1];
    }

    // Splits every symbol that is partly inside a set; answers how many there are then.
    private int Refine(CodePointSet set)
    {
        var renamed = new Dictionary<(int Symbol, bool Inside), int>();
        var range = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            while (range < set.RangeCount && set.LastOf(range) < starts[i]) range++;
            var key = (symbols[i], range < set.RangeCount && set.First(range) <= starts[i]);
            if (!renamed.TryGetValue(key, out var symbol)) renamed.Add(key, symbol = renamed.Count);
            symbols[i] = symbol;
        }

        return renamed.Count;
    }

    private bool[] Members(CodePointSet set)
    {
        var members = new bool[SymbolCount];
        for (var i = 0; i < set.RangeCount; i++)
            for (var at = Array.BinarySearch(starts, set.First(i)); at < starts.Length && starts[at] <= set.LastOf(i); at++)
                members[symbols[at]] = true;
        return members;
    }
}
