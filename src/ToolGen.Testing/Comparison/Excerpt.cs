using System;
using ToolGen.Specification.Json;

namespace ToolGen.Testing.Comparison;

/// <summary>Values in sentences: as JSON, at most 100 characters.</summary>
internal static class Excerpt
{
    private const int Longest = 100;

    /// <summary>What stands before the first difference of two long texts, so that it can be found.</summary>
    private const int Before = 30;

    public static string Of(JsonNode? node) => node is null ? "nothing" : Cut(JsonWriter.Compact(node));

    public static string Of(string text) => Cut(JsonWriter.Quote(text));

    /// <summary>Two values that differ; of two long texts the parts where they do.</summary>
    public static (string Expected, string Actual) Of(JsonNode? expected, JsonNode? actual) => (expected, actual) is (JsonString left, JsonString right)
        ? Of(left.Value, right.Value)
        : (Of(expected), Of(actual));

    /// <inheritdoc cref="Of(JsonNode?, JsonNode?)"/>
    public static (string Expected, string Actual) Of(string expected, string actual)
    {
        var same = expected.AsSpan().CommonPrefixLength(actual);
        if (same <= Longest / 2 || Math.Max(expected.Length, actual.Length) < Longest) return (Of(expected), Of(actual));
        var start = same - Before;
        if (char.IsLowSurrogate(expected[start])) start--;
        return (FormattableString.Invariant($"…{Of(expected[start..])} (from character {start + 1})"), "…" + Of(actual[start..]));
    }

    private static string Cut(string text) => ShownText.Cut(text, Longest);
}
