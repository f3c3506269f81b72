using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>What a keyword allows, in words: one place for the interpreter, generated code and the pages that models read.</summary>
internal static class SchemaWords
{
    private const int MaxListed = 20;

    public static string Types(SchemaNode schema) => TypeWords.Describe(schema.Types);

    public static string OneOf(IReadOnlyList<JsonNode> values) => "one of " + Listed(values.Select(Excerpt.Of), values.Count);

    public static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "no properties" : Listed(names.Select(name => Excerpt.Quote(name, Excerpt.Length)), names.Count);

    public static string AtLeast(JsonNumber bound) => "at least " + bound.Text;

    public static string AtMost(JsonNumber bound) => "at most " + bound.Text;

    public static string MoreThan(JsonNumber bound) => "more than " + bound.Text;

    public static string LessThan(JsonNumber bound) => "less than " + bound.Text;

    public static string MultipleOf(JsonNumber divisor) => "a multiple of " + divisor.Text;

    public static string AtLeast(long count, string one, string many) => "at least " + Counted(count, one, many);

    public static string AtMost(long count, string one, string many) => "at most " + Counted(count, one, many);

    public static string Matching(JsonString pattern) => "text that matches the pattern " + Excerpt.Of(pattern);

    private static string Counted(long count, string one, string many) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);

    private static string Listed(IEnumerable<string> words, int count) =>
        string.Join(", ", words.Take(MaxListed)) + (count > MaxListed ? $" and {count - MaxListed} more" : "");
}
