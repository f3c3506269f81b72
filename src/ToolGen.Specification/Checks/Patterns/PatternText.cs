using System.Linq;
using System.Text;

namespace ToolGen.Checks;

/// <summary>
/// A pattern made ready as text, so that nothing is parsed where it is used: a <see cref="PatternTable"/> behind <see cref="Table"/>, or its
/// program behind <see cref="Program"/> where the table would be too large.
/// </summary>
internal static class PatternText
{
    public const char Table = 'T';
    public const char Program = 'P';

    /// <summary>Digits of a code point, of counts, and of a program's numbers.</summary>
    public const int Wide = 4;

    public const int Short = 3;

    /// <summary>Code points below stand in a list of their own.</summary>
    public const int Ascii = 128;

    /// <param name="pattern">The pattern.</param>
    /// <param name="effort">Steps that determinising may take; less what was taken.</param>
    public static string Of(EcmaPattern pattern, ref long effort)
    {
        var program = pattern.Program;
        return effort > 0 && PatternTable.Of(program, ref effort) is { } table ? OfTable(program.Alphabet.Symbols, table) : OfProgram(program);
    }

    private static string OfTable(PatternSymbols apart, PatternTable whole)
    {
        var (symbols, table) = PatternSymbols.Merge(apart, whole);
        var text = new StringBuilder().Append(Table);
        AddSymbols(text, symbols);
        PatternDigits.Write(text, table.StateCount, Short);
        var width = PatternDigits.Width(table.StateCount);
        foreach (var cell in table.Cells) PatternDigits.Write(text, cell, width);
        return text.ToString();
    }

    private static string OfProgram(PatternProgram program)
    {
        var text = new StringBuilder().Append(Program);
        var alphabet = program.Alphabet;
        AddSymbols(text, alphabet.Symbols);
        PatternDigits.Write(text, alphabet.ContextCount, 1);
        PatternDigits.Write(text, alphabet.SetCount, Short);
        for (var set = 0; set <= alphabet.SetCount; set++)
            AddMembers(text, Enumerable.Range(0, alphabet.SymbolCount).Select(symbol => set < alphabet.SetCount ? alphabet.Contains(set, symbol) : alphabet.IsWord(symbol)).ToArray());
        PatternDigits.Write(text, program.Start, Short);
        PatternDigits.Write(text, program.Instructions.Count, Short);
        foreach (var (operation, argument, next, other) in program.Instructions)
        {
            // Nowhere is -1.
            PatternDigits.Write(text, (int)operation, 1);
            PatternDigits.Write(text, argument, Short);
            PatternDigits.Write(text, next + 1, Short);
            PatternDigits.Write(text, other + 1, Short);
        }

        return text.ToString();
    }

    private static void AddSymbols(StringBuilder text, PatternSymbols symbols)
    {
        PatternDigits.Write(text, symbols.Count, Short);
        var width = PatternDigits.Width(symbols.Count);
        var range = 0;
        for (var codePoint = 0; codePoint < Ascii; codePoint++)
        {
            if (range + 1 < symbols.Starts.Length && symbols.Starts[range + 1] == codePoint) range++;
            PatternDigits.Write(text, symbols.Symbols[range], width);
        }

        // From the range that holds the first code point beyond ASCII.
        if (range + 1 < symbols.Starts.Length && symbols.Starts[range + 1] == Ascii) range++;
        PatternDigits.Write(text, symbols.Starts.Length - range, Short);
        for (var i = range; i < symbols.Starts.Length; i++) PatternDigits.Write(text, symbols.Starts[i], Wide);
        for (var i = range; i < symbols.Starts.Length; i++) PatternDigits.Write(text, symbols.Symbols[i], width);
    }

    private static void AddMembers(StringBuilder text, bool[] members)
    {
        for (var i = 0; i < members.Length; i += PatternDigits.Bits)
        {
            var digit = 0;
            for (var bit = 0; bit < PatternDigits.Bits && i + bit < members.Length; bit++)
                if (members[i + bit]) digit |= 1 << bit;
            PatternDigits.Write(text, digit, 1);
        }
    }
}
