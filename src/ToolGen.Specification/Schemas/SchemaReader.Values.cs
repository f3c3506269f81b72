using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>The values of keywords: each of one JSON type, else a finding at the value.</content>
public sealed partial class SchemaReader
{
    /// <summary>Digits of a bound that help nobody, and cost at every call.</summary>
    private const int MaxBoundLength = 400;

    private void WrongValue(JsonNode value, string keyword, string expected) =>
        this.sink.Add(FindingCatalog.WrongKeywordValue, value.Span, Excerpt.Quote(keyword), expected, Excerpt.Of(value));

    private JsonString? Text(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not { } value) return null;
        if (value is JsonString text) return text;
        this.WrongValue(value, keyword, "a string");
        return null;
    }

    /// <summary>Text, or the list of its lines (SPEC §1.5).</summary>
    private string? Lines(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not JsonArray lines) return this.Text(schema, keyword)?.Value;
        foreach (var line in lines.Items)
        {
            if (line is JsonString text && text.Value.IndexOfAny(['\n', '\r']) < 0) continue;
            this.WrongValue(line, keyword, "a string, or a list of its lines without line breaks");
            return null;
        }

        return string.Join("\n", lines.Items.Cast<JsonString>().Select(line => line.Value));
    }

    private bool Flag(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not { } value) return false;
        if (value is JsonBoolean flag) return flag.Value;
        this.WrongValue(value, keyword, "true or false");
        return false;
    }

    private JsonNumber? Number(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not { } value) return null;
        if (value is JsonNumber number && number.Text.Length <= MaxBoundLength) return number;
        var fix = value is JsonString text && text.Value.Length <= MaxBoundLength && NumberFormats.IsNumber(text.Value.AsSpan())
            ? new FindingFix($"Write {text.Value} without quotes", new(new TextEdit(value.Span, text.Value)))
            : value is JsonBoolean { Value: true } ? OldExclusive(schema, keyword) : null;
        this.sink.Add(FindingCatalog.WrongKeywordValue, value.Span, fix, Excerpt.Quote(keyword), $"a number of at most {MaxBoundLength} characters", Excerpt.Of(value));
        return null;
    }

    // Draft 4: {"minimum": 0, "exclusiveMinimum": true}.
    private static FindingFix? OldExclusive(JsonObject schema, string keyword)
    {
        var plain = keyword == "exclusiveMinimum" ? "minimum" : keyword == "exclusiveMaximum" ? "maximum" : "";
        return schema[plain] is JsonNumber bound && schema.Member(keyword) is { } member
            ? new($"Write {bound.Text} as {Excerpt.Quote(keyword)}", new(new TextEdit(member.Value.Span, bound.Text)))
            : null;
    }

    private JsonNumber? ReadMultipleOf(JsonObject schema)
    {
        var number = this.Number(schema, "multipleOf");
        if (number is null) return null;
        var digits = new NumberDigits(number.Text.AsSpan());
        if (!digits.IsNegative && digits.Count is > 0 and <= ExactNumber.MaxDivisorDigits) return number;
        this.WrongValue(number, "multipleOf", $"a number above 0 of at most {ExactNumber.MaxDivisorDigits} digits");
        return null;
    }

    private long? Count(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not { } value) return null;
        if (value is JsonNumber number && ExactNumber.TryGetInt64(number.Text.AsSpan(), out var count) && count >= 0) return count;
        var fix = value is JsonString text && long.TryParse(text.Value, out var inside) && inside >= 0
            ? new FindingFix($"Write {inside} without quotes", new(new TextEdit(value.Span, inside.ToString(System.Globalization.CultureInfo.InvariantCulture))))
            : null;
        this.sink.Add(FindingCatalog.WrongKeywordValue, value.Span, fix, Excerpt.Quote(keyword), "a whole number from 0", Excerpt.Of(value));
        return null;
    }

    private IReadOnlyList<JsonNode> Elements(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not { } value) return [];
        if (value is JsonArray array) return array.Items;
        this.WrongValue(value, keyword, "a list");
        return [];
    }

    private IReadOnlyList<JsonMember> Members(JsonObject schema, string keyword)
    {
        if (schema[keyword] is not { } value) return [];
        if (value is JsonObject map) return map.Members;
        this.WrongValue(value, keyword, "an object that maps names to schemas");
        return [];
    }

    private IReadOnlyList<JsonNode>? ReadEnum(JsonObject schema)
    {
        if (schema["enum"] is null) return null;
        var values = this.Elements(schema, "enum");
        if (values.Count == 0 && this.options.Reviews)
        {
            if (schema["enum"] is JsonArray empty) this.WrongValue(empty, "enum", "a list of at least one value");
            return null;
        }

        this.WarnOfRepeats(values, "enum");
        return values;
    }

    private IReadOnlyList<string> ReadRequired(JsonObject schema)
    {
        if (schema.Member("required") is { Value: JsonBoolean } old)
        {
            // Draft 3 wrote it at the property; the parent's list decides now.
            var fix = new FindingFix("Remove \"required\"", new(MemberEdits.Remove(schema, old)));
            this.sink.Add(FindingCatalog.WrongKeywordValue, old.Value.Span, fix, "\"required\"", "the list of required names in the object around", Excerpt.Of(old.Value));
            return [];
        }

        var names = new List<string>();
        var elements = this.Elements(schema, "required");
        foreach (var element in elements)
        {
            if (element is JsonString name) names.Add(name.Value);
            else this.WrongValue(element, "required", "a list of property names");
        }

        this.WarnOfRepeats(elements, "required");
        return names;
    }

    private void WarnOfRepeats(IReadOnlyList<JsonNode> values, string keyword)
    {
        var seen = new HashSet<JsonNode>(JsonEquality.Comparer);
        foreach (var value in values)
            if (!seen.Add(value)) this.sink.Add(FindingCatalog.RepeatedElement, value.Span, Excerpt.Quote(keyword), Excerpt.Of(value));
    }

    private bool IsAsserted(JsonString format)
    {
        if (SchemaFormats.Find(format.Value) is not null) return this.options.AssertsFormats || this.vocabularies.AssertsFormats;
        if (!this.RefusesUnknown) return false;
        var near = NearMiss.Of(format.Value, SchemaFormats.Names);
        var fix = near is not null && TypeFix.IsSameWord(near, format.Value)
            ? new FindingFix($"Write {Excerpt.Quote(near)}", new(new TextEdit(format.Span, Excerpt.Quote(near))))
            : null;
        this.sink.Add(FindingCatalog.UnknownFormat, format.Span, fix, Excerpt.Quote(format.Value, Excerpt.Length), near is null ? "Formats that are checked: " + string.Join(", ", SchemaFormats.Names) + "." : $"Did you mean {Excerpt.Quote(near)}?");
        return false;
    }

    private string? ReadNominalType(JsonObject schema)
    {
        var name = this.Text(schema, "x-type");
        if (name is null || name.Value.Any(char.IsLetterOrDigit)) return name?.Value;
        this.WrongValue(name, "x-type", "a name with a letter or a digit");
        return null;
    }
}
