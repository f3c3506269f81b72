using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Checks;

/// <summary>A printed program, for patterns whose table would be too large: its sets of states are found when a text needs them, in bounded memory (<see cref="LiveStates"/>).</summary>
internal sealed class PatternSimulation
{
    private readonly PatternProgram program;
    private readonly LiveStates states;

    public PatternSimulation(System.ReadOnlySpan<byte> text)
    {
        var cursor = new PatternCursor(text);
        var symbols = Symbols(ref cursor);
        var contexts = cursor.Next(1);
        var sets = new bool[cursor.Next(PatternText.Short)][];
        for (var i = 0; i < sets.Length; i++) sets[i] = cursor.Members(symbols.Count);
        var words = cursor.Members(symbols.Count);
        var start = cursor.Next(PatternText.Short);
        var instructions = new PatternInstruction[cursor.Next(PatternText.Short)];
        for (var i = 0; i < instructions.Length; i++)
            instructions[i] = new((PatternOperation)cursor.Next(1), cursor.Next(PatternText.Short), cursor.Next(PatternText.Short) - 1, cursor.Next(PatternText.Short) - 1);
        program = new(instructions, start, new(symbols, sets, words, contexts), 0);
        states = new(program);
    }

    public bool IsMatch(string text) => new LiveSweep(program, states, text).Begins(0, out _);

    private static PatternSymbols Symbols(ref PatternCursor cursor)
    {
        var count = cursor.Next(PatternText.Short);
        var width = PatternDigits.Width(count);
        var (starts, symbols) = (new List<int>(), new List<int>());
        for (var codePoint = 0; codePoint < PatternText.Ascii; codePoint++)
        {
            var symbol = cursor.Next(width);
            if (symbols.Count > 0 && symbols.Last() == symbol) continue;
            starts.Add(codePoint);
            symbols.Add(symbol);
        }

        var ranges = new int[cursor.Next(PatternText.Short)];
        for (var i = 0; i < ranges.Length; i++) ranges[i] = System.Math.Max(cursor.Next(PatternText.Wide), PatternText.Ascii);
        starts.AddRange(ranges);
        symbols.AddRange(ranges.Select(_ => 0));
        for (var i = 0; i < ranges.Length; i++) symbols[symbols.Count - ranges.Length + i] = cursor.Next(width);
        return new(count, starts.ToArray(), symbols.ToArray());
    }
}
