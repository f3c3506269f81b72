using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>What the keywords of single values assert (JSON Schema Validation §6.1–6.3, §7, §8).</content>
internal sealed partial class SchemaWalk
{
    private Dictionary<SchemaNode, HashSet<JsonNode>>? enums;

    // Comparing costs as much as the value is long.
    private bool Compares(JsonNode value) => this.Spend(value is JsonArray or JsonObject ? 1 + (value.Span.Length / 8) : 1);

    private void AssertValues(SchemaNode schema, JsonNode value)
    {
        if (schema.Const is { } constant && this.Compares(value) && !JsonEquality.Equals(constant, value) && this.Tells())
            this.Add("const", "must be " + Excerpt.Of(constant), value, Excerpt.Of(constant), Corrections.Whole(constant));
        if (schema.Enum is { } values && this.Compares(value) && !this.EnumOf(schema, values).Contains(value) && this.Tells())
            this.Add("enum", "must be " + SchemaWords.OneOf(values), value, SchemaWords.OneOf(values), Corrections.ForEnum(values, value));
    }

    private HashSet<JsonNode> EnumOf(SchemaNode schema, IReadOnlyList<JsonNode> values)
    {
        this.enums ??= [];
        if (!this.enums.TryGetValue(schema, out var set)) this.enums.Add(schema, set = new(values, JsonEquality.Comparer));
        return set;
    }

    private void AssertNumber(SchemaNode schema, JsonNumber value)
    {
        var text = value.Text.AsSpan();
        if (schema.Minimum is { } minimum && ExactNumber.Compare(text, minimum.Text.AsSpan()) < 0 && this.Tells()) this.Say("minimum", SchemaWords.AtLeast(minimum), value);
        if (schema.Maximum is { } maximum && ExactNumber.Compare(text, maximum.Text.AsSpan()) > 0 && this.Tells()) this.Say("maximum", SchemaWords.AtMost(maximum), value);
        if (schema.ExclusiveMinimum is { } above && ExactNumber.Compare(text, above.Text.AsSpan()) <= 0 && this.Tells()) this.Say("exclusiveMinimum", SchemaWords.MoreThan(above), value);
        if (schema.ExclusiveMaximum is { } below && ExactNumber.Compare(text, below.Text.AsSpan()) >= 0 && this.Tells()) this.Say("exclusiveMaximum", SchemaWords.LessThan(below), value);
        if (schema.MultipleOf is { } divisor && !ExactNumber.IsMultipleOf(text, divisor.Text.AsSpan()) && this.Tells()) this.Say("multipleOf", SchemaWords.MultipleOf(divisor), value);
        if (Asserted(schema, SchemaTypes.Number) is { } format && !format.IsValid(text) && this.Tells()) this.Say("format", format.Words, value);
    }

    private void AssertText(SchemaNode schema, JsonString value)
    {
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            var length = TextLength.CodePoints(value.Value.AsSpan());
            if (length < schema.MinLength && this.Tells()) this.Say("minLength", SchemaWords.AtLeast(schema.MinLength.Value, "character", "characters"), value, "must have ");
            if (length > schema.MaxLength && this.Tells()) this.Say("maxLength", SchemaWords.AtMost(schema.MaxLength.Value, "character", "characters"), value, "must have ");
        }

        if (schema.Pattern is { } pattern && !this.Matches(schema.Matcher!, value.Value) && this.Tells()) this.Say("pattern", SchemaWords.Matching(pattern), value);
        if (Asserted(schema, SchemaTypes.String) is { } format && !format.IsValid(value.Value.AsSpan()) && this.Tells()) this.Say("format", format.Words, value);
        if (schema.Base64 && !TextFormats.IsBase64(value.Value.AsSpan()))
        {
            if (this.Tells()) this.Say("contentEncoding", "base64 with padding (RFC 4648)", value);
        }
        else if (schema.JsonText)
        {
            this.AssertContent(schema, value);
        }
    }

    private void AssertContent(SchemaNode schema, JsonString value)
    {
        if (!this.Spend(1 + (value.Value.Length / 4))) return;
        var document = schema.Base64 ? JsonReader.Read("", Convert.FromBase64String(value.Value)) : JsonReader.Read(new SourceText("", value.Value));
        if (document.Root is not { } content || document.Findings.Any(finding => finding.Severity == FindingSeverity.Error && finding.Id != FindingCatalog.InvisibleCharacter.Id))
        {
            if (this.Tells()) this.Say("contentMediaType", "JSON", value);
        }
        else if (schema.ContentSchema is { } inner)
        {
            this.Visit(inner, content);
        }
    }

    private static SchemaFormat? Asserted(SchemaNode schema, SchemaTypes types) =>
        schema.FormatAsserted && SchemaFormats.Find(schema.Format!) is { } format && (format.Types & types) != 0 ? format : null;

    private bool Matches(TextPattern pattern, string text) => !this.Spend(1 + (text.Length / 8)) || pattern.IsMatch(text);
}
