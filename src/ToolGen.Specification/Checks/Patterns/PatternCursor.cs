using System;

namespace ToolGen.Checks;

/// <summary>Reads a <see cref="PatternText"/> from front to back.</summary>
internal ref struct PatternCursor(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;

    public int At { get; private set; } = 1;

    public int Next(int width)
    {
        var value = PatternDigits.Read(text, At, width);
        At += width;
        return value;
    }

    public int Skip(int length)
    {
        var start = At;
        At += length;
        return start;
    }

    public bool[] Members(int count)
    {
        var members = new bool[count];
        for (var i = 0; i < count; i += PatternDigits.Bits)
        {
            var digit = Next(1);
            for (var bit = 0; bit < PatternDigits.Bits && i + bit < count; bit++) members[i + bit] = (digit & (1 << bit)) != 0;
        }

        return members;
    }
}
