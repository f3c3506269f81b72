using System;
using System.Collections.Generic;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Values that may have been meant, likeliest first. Whether they pass is not asked here, and what is offered is never applied by itself.</summary>
internal static class Corrections
{
    public static IEnumerable<JsonNode> Of(Fault fault, SchemaNode schema, JsonNode value)
    {
        if (schema.Const is { } constant) yield return constant;
        else if (schema.Enum is [var only]) yield return only;
        switch (value)
        {
            case JsonString text:
                foreach (var guess in Guesses.OfText(text.Value, fault)) yield return Node(guess, value.Span);
                break;
            case JsonNumber number:
                foreach (var guess in Guesses.OfLiteral(number.Text, fault)) yield return Node(guess, value.Span);
                break;
            case JsonBoolean flag:
                foreach (var guess in Guesses.OfLiteral(flag.Value ? "true" : "false", fault)) yield return Node(guess, value.Span);
                break;
        }

        if (fault.Keyword == "type" && value is not JsonArray) yield return new JsonArray([value], value.Span);
    }

    /// <summary>A value where it is short, else null.</summary>
    public static string? Whole(JsonNode value)
    {
        var text = Excerpt.Of(value);
        return text.EndsWith("…", StringComparison.Ordinal) ? null : text;
    }

    private static JsonNode Node(Guess guess, TextSpan span) => guess switch
    {
        { IsText: true } => new JsonString(guess.Text, span),
        { Text: "true" or "false" } => new JsonBoolean(guess.Text == "true", span),
        { Text: "null" } => new JsonNull(span),
        _ => new JsonNumber(guess.Text, span),
    };
}
