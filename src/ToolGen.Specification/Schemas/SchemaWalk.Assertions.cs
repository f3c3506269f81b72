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
            this.Add(SchemaFaults.Enum([constant]) with { Keyword = "const" }, schema, value);
        if (schema.Enum is { } values && this.Compares(value) && !this.EnumOf(schema, values).Contains(value) && this.Tells())
            this.Add(SchemaFaults.Enum(values), schema, value);
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
        if (schema.Minimum is { } minimum && ExactNumber.Compare(text, minimum.Text.AsSpan()) < 0 && this.Tells()) this.Add(Faults.Minimum(minimum.Text), schema, value);
        if (schema.Maximum is { } maximum && ExactNumber.Compare(text, maximum.Text.AsSpan()) > 0 && this.Tells()) this.Add(Faults.Maximum(maximum.Text), schema, value);
        if (schema.ExclusiveMinimum is { } above && ExactNumber.Compare(text, above.Text.AsSpan()) <= 0 && this.Tells()) this.Add(Faults.ExclusiveMinimum(above.Text), schema, value);
        if (schema.ExclusiveMaximum is { } below && ExactNumber.Compare(text, below.Text.AsSpan()) >= 0 && this.Tells()) this.Add(Faults.ExclusiveMaximum(below.Text), schema, value);
        if (schema.MultipleOf is { } divisor && !ExactNumber.IsMultipleOf(text, divisor.Text.AsSpan()) && this.Tells()) this.Add(Faults.MultipleOf(divisor.Text), schema, value);
        if (Asserted(schema, SchemaTypes.Number) is { } format && !format.IsValid(text) && this.Tells()) this.Add(Faults.Format(format.Name), schema, value);
    }

    private void AssertText(SchemaNode schema, JsonString value)
    {
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            var length = TextLength.CodePoints(value.Value.AsSpan());
            if (length < schema.MinLength && this.Tells()) this.Add(Faults.MinLength(schema.MinLength.Value), schema, value);
            if (length > schema.MaxLength && this.Tells()) this.Add(Faults.MaxLength(schema.MaxLength.Value), schema, value);
        }

        if (schema.Pattern is { } pattern && !this.Matches(schema.Matcher!, value.Value) && this.Tells()) this.Add(Faults.Pattern(pattern.Value), schema, value);
        if (Asserted(schema, SchemaTypes.String) is { } format && !format.IsValid(value.Value.AsSpan()) && this.Tells()) this.Add(Faults.Format(format.Name), schema, value);
        if (schema.Base64 && !TextFormats.IsBase64(value.Value.AsSpan()))
        {
            if (this.Tells()) this.Add(Faults.NotBase64, schema, value);
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
            if (this.Tells()) this.Add(Faults.NotJson, schema, value);
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
