using System;
using System.Text;

namespace ToolGen.Checks;

/// <summary>Numbers as printable ASCII, six bits a digit from <c>0</c> to <c>o</c>, the highest first: what a generated file holds and a matcher reads in place.</summary>
internal static class PatternDigits
{
    public const int Bits = 6;
    private const int Zero = '0';
    private const int Mask = (1 << Bits) - 1;

    /// <summary>How many digits the numbers below <paramref name="count"/> take.</summary>
    public static int Width(int count)
    {
        var width = 1;
        while (count > 1L << (Bits * width)) width++;
        return width;
    }

    public static void Write(StringBuilder text, int value, int width)
    {
        for (var shift = Bits * (width - 1); shift >= 0; shift -= Bits) text.Append((char)(Zero + ((value >> shift) & Mask)));
    }

    public static int Read(ReadOnlySpan<byte> text, int at, int width)
    {
        var value = text[at] - Zero;
        for (var i = 1; i < width; i++) value = (value << Bits) | (text[at + i] - Zero);
        return value;
    }
}
