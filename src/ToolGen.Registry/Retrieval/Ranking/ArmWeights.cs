using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>The arms by name, and their weights as text in the index.</summary>
internal static class ArmWeights
{
    public const int Words = 0;

    public const int Grams = 1;

    public const int Asks = 2;

    public const int Dense = 3;

    public static IReadOnlyList<string> Names { get; } = ["words", "grams", "asks", "dense"];

    /// <summary>The same weights with another one for one arm.</summary>
    public static IReadOnlyList<double> With(IReadOnlyList<double> weights, int arm, double weight) => [.. weights.Select((other, at) => at == arm ? weight : other)];

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, double> Named(IReadOnlyList<double> weights) => Names.Zip(weights).ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal);

    public static string Write(IReadOnlyList<double> weights) => string.Join(' ', weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null: this is not what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<double>? Parse(string? text)
    {
        var parts = text?.Split(' ') ?? [];
        if (parts.Length != Names.Count) return null;
        var weights = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out weights[i]) || weights[i] is not (>= 0 and <= 1)) return null;
        return weights.Any(weight => weight > 0) ? weights : null;
    }
}
