using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Quality;

/// <summary>Choices that a description lists to the end: "one of 'asc' or 'desc'.", "one of low, medium, high".</summary>
internal static class StatedChoices
{
    private const string Quoted = @"(?:'[^'""`]{1,40}'|""[^'""`]{1,40}""|`[^'""`]{1,40}`)";
    private const string Bare = @"[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
    private const string Between = @"(?:\s*[,/|]\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+)";
    private const string End = @"(?=\s*(?:[.;)\]]|$))";

    private static readonly HashSet<string> NoValues = new(["a", "an", "the", "these", "those", "them", "following", "any", "all", "many", "several", "your", "our", "its", "their", "more", "others", "other", "etc", "none", "similar", "custom"], StringComparer.OrdinalIgnoreCase);

    private static readonly Regex[] Lists =
    [
        Make($@"\b(?:one\s+of|either|must\s+be|(?:allowed|possible|valid|supported|accepted)\s+values(?:\s+are)?|options(?:\s+are)?)\s*:?\s*({Quoted}(?:{Between}{Quoted})+){End}"),
        Make($@"\bone\s+of\s*:?\s*({Bare}(?:{Between}{Bare})+){End}"),
    ];

    private static readonly Regex Value = Make($"{Quoted}|{Bare}");

    /// <param name="text">The description.</param>
    /// <param name="takesNull">Whether the value may be null, which no list in words names.</param>
    public static IEnumerable<StatedBound> In(string text, bool takesNull) =>
        Lists.SelectMany(list => list.Matches(text).Cast<Match>()).Select(match => Choice(match, takesNull)).OfType<StatedBound>();

    private static StatedBound? Choice(Match match, bool takesNull)
    {
        var values = Value.Matches(match.Groups[1].Value).Cast<Match>().Select(value => value.Value)
            .Where(value => value is not ("or" or "and")).Select(value => value.Trim('\'', '"', '`')).ToArray();
        return values.Length < 2 || values.Any(NoValues.Contains) || values.Distinct().Count() != values.Length ? null : new("enum", JsonMake.Array(values.Select(JsonMake.Text).Concat(takesNull ? [JsonMake.Null] : [])), match.Value);
    }

    private static Regex Make(string expression) => new(expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
