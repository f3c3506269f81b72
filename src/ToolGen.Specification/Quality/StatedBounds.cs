using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Quality;

/// <summary>A keyword that a description says in words.</summary>
/// <param name="Keyword">Such as <c>maximum</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Words">The words of the description.</param>
internal sealed record StatedBound(string Keyword, JsonNode Value, string Words);

/// <summary>
/// Bounds and choices that a description states so that nothing else can be meant: "between 1 and 100", "at most 50 characters", "one of a, b or c". What is
/// said twice in different ways, or open at an end, is not taken.
/// </summary>
internal static class StatedBounds
{
    private const string Number = @"(-?\d{1,15}(?:\.\d{1,9})?)";
    private const string AtMost = @"\b(?:at\s+most|up\s+to|(?:no|not)\s+(?:more|longer)\s+than|max(?:imum)?(?:\s+(?:value|length))?(?:\s+is|\s+of|:)?)\s+";
    private const string AtLeast = @"\b(?:at\s+least|(?:no|not)\s+(?:less|fewer|shorter)\s+than|min(?:imum)?(?:\s+(?:value|length))?(?:\s+is|\s+of|:)?)\s+";

    // What follows must end the thought: "at most 3 times a day" says nothing of the value, 1,000 is not 1, and 2.5 not 2.
    private const string End = @"(?=\s*(?:[;)\]]|[.,](?!\d)|$|\(?inclusive))";

    // "Tags, each at most 20 characters" says nothing of the whole.
    private static readonly Regex OfParts = new(@"\b(?:each|every|per|apiece)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex[] Ranges = Each($@"\bbetween\s+{Number}\s+and\s+{Number}{End}", $@"\bfrom\s+{Number}\s+to\s+{Number}{End}", $@"\(\s*(?:range:?\s+)?{Number}\s*(?:-|–|to|\.\.)\s*{Number}\s*\)");
    private static readonly Regex[] Highest = Each(AtMost + Number + End);
    private static readonly Regex[] Lowest = Each(AtLeast + Number + End);
    private static readonly Counted Characters = new("(?:characters|chars)");
    private static readonly Counted Items = new("(?:items|elements|entries)");

    public static IReadOnlyList<StatedBound> In(string text, SchemaNode schema)
    {
        if (text.Length > DescriptionText.MaxLength || schema is { Enum: not null } or { Const: not null } || OfParts.IsMatch(text)) return [];
        var found = (schema.Types & ~SchemaTypes.Null) switch
        {
            SchemaTypes.Integer or SchemaTypes.Number when text.IndexOf("exclu", StringComparison.OrdinalIgnoreCase) < 0 => Find(text, Ranges, Lowest, Highest, "minimum", "maximum"),
            SchemaTypes.String when schema is { Format: null, Pattern: null } => Characters.Find(text, "minLength", "maxLength").Concat(StatedChoices.In(text, (schema.Types & SchemaTypes.Null) != 0)),
            SchemaTypes.Array => Items.Find(text, "minItems", "maxItems"),
            _ => [],
        };
        var bounds = found.ToArray();
        return bounds.GroupBy(bound => bound.Keyword).Any(group => group.Count() > 1) || Reversed(bounds) || (schema.Types & ~SchemaTypes.Null) == SchemaTypes.Integer && bounds.Any(bound => JsonWriter.Compact(bound.Value).Contains("."))
            ? [] : bounds;
    }

    private static IEnumerable<StatedBound> Find(string text, Regex[] ranges, Regex[] lowest, Regex[] highest, string least, string most)
    {
        foreach (var match in Matches(text, ranges))
        {
            yield return Bound(least, match.Groups[1], match);
            yield return Bound(most, match.Groups[2], match);
        }

        foreach (var match in Matches(text, lowest)) yield return Bound(least, match.Groups[1], match);
        foreach (var match in Matches(text, highest)) yield return Bound(most, match.Groups[1], match);
    }

    private static StatedBound Bound(string keyword, Group value, Match match) => new(keyword, new JsonNumber(value.Value, default), match.Value.Trim('(', ')', ' '));

    private static IEnumerable<Match> Matches(string text, Regex[] expressions) => expressions.SelectMany(one => one.Matches(text).Cast<Match>());

    private static bool Reversed(StatedBound[] bounds) =>
        bounds.Length == 2 && bounds.All(bound => bound.Value is JsonNumber) && Checks.ExactNumber.Compare(((JsonNumber)bounds[0].Value).Text.AsSpan(), ((JsonNumber)bounds[1].Value).Text.AsSpan()) > 0
        && bounds[0].Keyword.StartsWith("min", StringComparison.Ordinal);

    private static Regex[] Each(params string[] expressions) => [.. expressions.Select(one => new Regex(one, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];

    /// <summary>How many of something: "at most 50 characters".</summary>
    private sealed class Counted(string what)
    {
        private const string Count = @"(\d{1,9})";

        private readonly Regex[] ranges = Each($@"\bbetween\s+{Count}\s+and\s+{Count}\s+{what}\b");
        private readonly Regex[] lowest = Each($@"{AtLeast}{Count}\s+{what}\b");
        private readonly Regex[] highest = Each($@"{AtMost}{Count}\s+{what}\b");

        public IEnumerable<StatedBound> Find(string text, string least, string most) => StatedBounds.Find(text, this.ranges, this.lowest, this.highest, least, most);
    }
}
