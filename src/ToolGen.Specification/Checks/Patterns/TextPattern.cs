using System;
using System.Text;

namespace ToolGen.Checks;

/// <summary>
/// A pattern of a schema (ECMA-262 with <c>u</c>, unanchored), made ready when its schema was read: it walks data of the assembly, a step a code
/// point, and parses nothing. Immutable and thread-safe.
/// </summary>
sealed partial class TextPattern
{
    // Behind the kind and the count of symbols.
    private const int FirstSymbol = 1 + PatternText.Short;

    private readonly Data data;
    private readonly PatternSimulation? simulation;
    private readonly int symbolWidth;
    private readonly int ranges;
    private readonly int rangeCount;
    private readonly int columns;
    private readonly int cells;
    private readonly int cellWidth;

    /// <param name="source">The pattern as written; it is shown where a text does not match.</param>
    /// <param name="data">What the generator printed of it.</param>
    public TextPattern(string source, Data data)
    {
        Source = source;
        this.data = data;
        var text = data();
        if (text[0] == PatternText.Program)
        {
            simulation = new(text);
            return;
        }

        var cursor = new PatternCursor(text);
        columns = cursor.Next(PatternText.Short) + 1;
        symbolWidth = PatternDigits.Width(columns - 1);
        cursor.Skip(PatternText.Ascii * symbolWidth);
        rangeCount = cursor.Next(PatternText.Short);
        ranges = cursor.Skip(rangeCount * (PatternText.Wide + symbolWidth));
        cellWidth = PatternDigits.Width(cursor.Next(PatternText.Short));
        cells = cursor.At;
    }

    /// <summary>What a pattern was made into, as an assembly holds it.</summary>
    public delegate ReadOnlySpan<byte> Data();

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>What the generator prints.</summary>
    internal string Text => Encoding.ASCII.GetString(data().ToArray());

    internal int Length => data().Length;

    /// <summary>Makes a pattern ready.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="effort">Steps that determinising may take; less what was taken.</param>
    internal static TextPattern Of(EcmaPattern pattern, ref long effort)
    {
        var bytes = Encoding.ASCII.GetBytes(PatternText.Of(pattern, ref effort));
        return new(pattern.Source, () => bytes);
    }

    /// <summary>Whether the pattern matches anywhere in a text.</summary>
    public bool IsMatch(string text)
    {
        if (simulation is not null) return simulation.IsMatch(text);
        var table = data();
        var state = PatternTable.Start;
        for (var i = 0; i < text.Length && state > PatternTable.Always; i++)
        {
            int codePoint = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) codePoint = char.ConvertToUtf32(text[i], text[++i]);
            var symbol = codePoint < PatternText.Ascii ? PatternDigits.Read(table, FirstSymbol + (codePoint * symbolWidth), symbolWidth) : SymbolOf(table, codePoint);
            state = PatternDigits.Read(table, cells + (((state * columns) + symbol) * cellWidth), cellWidth);
        }

        return state > PatternTable.Always ? PatternDigits.Read(table, cells + (((state * columns) + columns - 1) * cellWidth), cellWidth) == PatternTable.Always : state == PatternTable.Always;
    }

    /// <summary>The pattern as written.</summary>
    public override string ToString() => Source;

    private int SymbolOf(ReadOnlySpan<byte> table, int codePoint)
    {
        var (low, high) = (0, rangeCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (PatternDigits.Read(table, ranges + (middle * PatternText.Wide), PatternText.Wide) <= codePoint) low = middle;
            else high = middle - 1;
        }

        return PatternDigits.Read(table, ranges + (rangeCount * PatternText.Wide) + (low * symbolWidth), symbolWidth);
    }
}
