using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Quality;

/// <summary>Descriptions that say other than their schema: optional or required, another default, a value that is not among the allowed.</summary>
internal static class Contradictions
{
    private static readonly Regex Quoted = new("['\"`]([A-Za-z0-9_-]{1,40})['\"`]", RegexOptions.CultureInvariant);

    public static void Check(Argument argument, string text, JsonNode place, FindingSink sink)
    {
        var hasDefault = argument.Schema.Default is not null;
        if (argument.IsRequired && DescriptionText.SaysOptional(text)) Say("that it is optional", "it is required");
        else if (!argument.IsRequired && !hasDefault && DescriptionText.SaysRequired(text)) Say("that it is required", "it is optional");
        if (argument.Schema.Default is JsonNumber or JsonBoolean && DescriptionText.DefaultIn(text) is { } stated && !DescriptionText.IsSame(stated, Excerpt.Of(argument.Schema.Default)))
            Say("that the default is " + stated, "it is " + Excerpt.Of(argument.Schema.Default));
        if (Foreign(argument.Schema, text) is { } value) Say("\"" + value + "\"", "one of " + string.Join(", ", argument.Schema.Enum!.Take(6).Select(Excerpt.Of)));

        void Say(string said, string schema) => sink.Add(FindingCatalog.DescriptionContradicts, place.Span, argument.Shown, said, schema);
    }

    // Only where the text lists values in quotes, and most of them are right, is one that is none a slip.
    private static string? Foreign(SchemaNode schema, string text)
    {
        if (schema.Enum is not { Count: > 1 } values || text.Length > DescriptionText.MaxLength || values.Any(value => value is not JsonString)) return null;
        var allowed = values.OfType<JsonString>().Select(value => value.Value).ToArray();
        var named = Quoted.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value).Distinct().ToArray();
        var foreign = named.Where(name => !allowed.Contains(name)).ToArray();
        return foreign.Length == 1 && named.Length > 2 ? foreign[0] : null;
    }
}
