using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Tools;

/// <summary>The code of the declared tool <c>convert_roman</c>.</summary>
public sealed partial class ConvertRoman
{
    private const int Largest = 3999;

    private static readonly (int Value, string Numeral)[] Parts =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <inheritdoc/>
    public override partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        var text = input.Value.ToUpperInvariant();
        var number = text.All(char.IsAsciiDigit) ? int.Parse(text[..Math.Min(text.Length, 5)], CultureInfo.InvariantCulture) : Read(text);
        if (number is < 1 or > Largest) throw Fail("out_of_range", $"{input.Value} is not from 1 to {Largest}");

        // The modern spelling is the one that writing gives back.
        var numeral = Write(number);
        if (!char.IsAsciiDigit(text[0]) && numeral != text) throw Fail("not_a_numeral", $"'{input.Value}' is no numeral in modern spelling");
        return new(new Output(number, numeral));
    }

    private static int Read(string text)
    {
        var number = 0;
        for (var at = 0; at < text.Length;)
        {
            var part = Parts.FirstOrDefault(part => text.AsSpan(at).StartsWith(part.Numeral, StringComparison.Ordinal));
            if (part.Numeral is null) throw Fail("not_a_numeral", $"'{text}' is neither digits nor a numeral");
            number += part.Value;
            at += part.Numeral.Length;
        }

        return number;
    }

    private static string Write(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, numeral) in Parts)
        {
            for (; number >= value; number -= value) text.Append(numeral);
        }

        return text.ToString();
    }
}
