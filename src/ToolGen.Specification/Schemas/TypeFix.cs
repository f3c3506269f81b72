using System;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Mechanical remedies for words that are no type.</summary>
internal static class TypeFix
{
    /// <summary>For the value of <c>type</c>: the right word, a format, or no <c>type</c> at all. Null where nothing is certain.</summary>
    /// <param name="schema">The schema around.</param>
    /// <param name="word">The word that is no type.</param>
    /// <param name="isOnly">It is the value itself, not an element of a list.</param>
    public static FindingFix? For(JsonObject schema, JsonString word, bool isOnly)
    {
        if (TypeWords.MeantBy(word.Value) is { } type) return Replace(word, Excerpt.Quote(type));
        if (isOnly && TypeWords.IsAnything(word.Value) && schema.Member("type") is { } member)
            return new("Leave out \"type\": any value is then allowed", new(MemberEdits.Remove(schema, member)));
        if (isOnly && word.Value.EndsWith("?", StringComparison.Ordinal) && Plain(word.Value.Substring(0, word.Value.Length - 1)) is { } nullable)
            return Replace(word, $"[{Excerpt.Quote(nullable)}, \"null\"]");
        if (isOnly && word.Value.EndsWith("[]", StringComparison.Ordinal) && schema.Member("items") is null && Plain(word.Value.Substring(0, word.Value.Length - 2)) is { } element)
            return Replace(word, $"\"array\", \"items\": {{ \"type\": {Excerpt.Quote(element)} }}");
        if (isOnly && schema.Member("format") is null && FormatOf(word.Value) is { } format)
            return Replace(word, $"\"{(format.Types == SchemaTypes.String ? "string" : format.Name == "big" ? "integer" : "number")}\", \"format\": {Excerpt.Quote(format.Name)}");
        return null;
    }

    /// <summary>For a word that stands where a schema must: <c>"string"</c> → <c>{ "type": "string" }</c>.</summary>
    public static FindingFix? ForSchema(JsonNode node, string word)
    {
        if (Plain(word) is { } type) return Replace(node, $"{{ \"type\": {Excerpt.Quote(type)} }}");
        if (TypeWords.IsAnything(word)) return Replace(node, "true");
        return null;
    }

    /// <summary>Equal but for case and separators.</summary>
    public static bool IsSameWord(string left, string right) => string.Equals(Letters(left), Letters(right), StringComparison.OrdinalIgnoreCase);

    private static FindingFix Replace(JsonNode node, string text) => new($"Write {text}", new(new TextEdit(node.Span, text)));

    private static string? Plain(string word) => TypeWords.Parse(word) != SchemaTypes.None ? word : TypeWords.MeantBy(word);

    public static SchemaFormat? FormatOf(string word) => SchemaFormats.Find(Letters(word).ToLowerInvariant() switch
    {
        "datetime" or "timestamp" or "datetimeoffset" => "date-time",
        "dateonly" => "date",
        "timeonly" => "time",
        "timespan" => "duration",
        "guid" => "uuid",
        "url" => "uri",
        "biginteger" => "big",
        var other => other,
    });

    private static string Letters(string word) => word.Replace("_", "").Replace("-", "").Replace(" ", "");
}
