using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Values that were obviously meant. What is offered is never applied by itself.</summary>
internal static class Corrections
{
    /// <summary>Longer ones would be cut, and half a value corrects nothing.</summary>
    private const int MaxLength = Excerpt.Length;

    /// <summary>The number, boolean or null inside a string; a number as a string; one value as a list of one. Whether it passes the rest of the schema is not asked.</summary>
    public static JsonNode? ForType(SchemaNode schema, JsonNode value) => value switch
    {
        JsonString text when text.Value.Length <= MaxLength && Inside(text.Value.Trim()) is { } inside && (schema.Types & SchemaWalk.TypeOf(inside)) != 0 => inside,
        JsonNumber number when number.Text.Length <= MaxLength && (schema.Types & SchemaTypes.String) != 0 => new JsonString(number.Text, value.Span),
        not JsonArray when schema.Types == SchemaTypes.Array && schema.Items is { } items && items.Types != SchemaTypes.Any && (items.Types & SchemaWalk.TypeOf(value)) != 0
            => new JsonArray([value], value.Span),
        _ => null,
    };

    /// <summary>The nearest value of an enum.</summary>
    public static string? ForEnum(IReadOnlyList<JsonNode> values, JsonNode value)
    {
        if (values.Count == 1) return Whole(values[0]);
        var word = value is JsonString text ? text.Value.Trim() : null;
        if (word is null) return null;
        var near = NearMiss.Of(word, values.OfType<JsonString>().Select(one => one.Value));
        if (near is not null) return Excerpt.Quote(near);
        return word.Length <= MaxLength && Inside(word) is { } inside ? values.Where(one => JsonEquality.Equals(one, inside)).Select(Whole).FirstOrDefault() : null;
    }

    /// <summary>A value where it is short, else null.</summary>
    public static string? Whole(JsonNode value)
    {
        var text = Excerpt.Of(value);
        return text.EndsWith("…", StringComparison.Ordinal) ? null : text;
    }

    private static JsonNode? Inside(string text) => text switch
    {
        "true" or "True" or "TRUE" => new JsonBoolean(true, default),
        "false" or "False" or "FALSE" => new JsonBoolean(false, default),
        "null" or "None" => new JsonNull(default),
        _ => NumberFormats.IsNumber(text.AsSpan()) ? new JsonNumber(text, default) : null,
    };
}
