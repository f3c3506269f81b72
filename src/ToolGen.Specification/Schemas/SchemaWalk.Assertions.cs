using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>What the keywords of each type assert (JSON Schema Validation §6, Core §10.3).</content>
internal sealed partial class SchemaWalk
{
    private static readonly Dictionary<string, EcmaPattern?> NoPatterns = [];
    private Dictionary<string, EcmaPattern?> patterns = NoPatterns;

    private void AssertNumber(SchemaNode schema, JsonNumber value)
    {
        var text = value.Text.AsSpan();
        if (schema.Minimum is { } minimum) this.Must(ExactNumber.Compare(text, minimum.Text.AsSpan()) >= 0, "minimum", SchemaWords.AtLeast(minimum), value);
        if (schema.Maximum is { } maximum) this.Must(ExactNumber.Compare(text, maximum.Text.AsSpan()) <= 0, "maximum", SchemaWords.AtMost(maximum), value);
        if (schema.ExclusiveMinimum is { } above) this.Must(ExactNumber.Compare(text, above.Text.AsSpan()) > 0, "exclusiveMinimum", SchemaWords.MoreThan(above), value);
        if (schema.ExclusiveMaximum is { } below) this.Must(ExactNumber.Compare(text, below.Text.AsSpan()) < 0, "exclusiveMaximum", SchemaWords.LessThan(below), value);
        if (schema.MultipleOf is { } divisor) this.Must(ExactNumber.IsMultipleOf(text, divisor.Text.AsSpan()), "multipleOf", SchemaWords.MultipleOf(divisor), value);
        if (Asserted(schema, SchemaTypes.Number) is { } format) this.Must(format.IsValid(text), "format", format.Words, value);
    }

    private void AssertText(SchemaNode schema, JsonString value)
    {
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            var length = TextLength.CodePoints(value.Value.AsSpan());
            if (schema.MinLength is { } min) this.Must(length >= min, "minLength", SchemaWords.AtLeast(min, "character", "characters"), value, "must have ");
            if (schema.MaxLength is { } max) this.Must(length <= max, "maxLength", SchemaWords.AtMost(max, "character", "characters"), value, "must have ");
        }

        if (schema.Pattern is { } pattern) this.Must(this.Matches(pattern.Value, value.Value), "pattern", SchemaWords.Matching(pattern), value);
        if (Asserted(schema, SchemaTypes.String) is { } format) this.Must(format.IsValid(value.Value.AsSpan()), "format", format.Words, value);
        if (schema.Base64) this.Must(TextFormats.IsBase64(value.Value.AsSpan()), "contentEncoding", "base64 with padding (RFC 4648)", value);
    }

    private static SchemaFormat? Asserted(SchemaNode schema, SchemaTypes types) =>
        schema.FormatAsserted && SchemaFormats.Find(schema.Format!) is { } format && (format.Types & types) != 0 ? format : null;

    private bool Matches(string pattern, string text)
    {
        if (ReferenceEquals(this.patterns, NoPatterns)) this.patterns = [];
        if (!this.patterns.TryGetValue(pattern, out var compiled))
        {
            EcmaPattern.TryParse(pattern, out compiled, out _);
            this.patterns.Add(pattern, compiled);
        }

        return compiled is not null && compiled.IsMatch(text);
    }

    private void AssertArray(SchemaNode schema, JsonArray value)
    {
        var count = value.Items.Count;
        if (schema.MinItems is { } min) this.Must(count >= min, "minItems", SchemaWords.AtLeast(min, "item", "items"), value, "must have ");
        if (schema.MaxItems is { } max) this.Must(count <= max, "maxItems", SchemaWords.AtMost(max, "item", "items"), value, "must have ");
        if (schema.UniqueItems) this.AssertUnique(value);

        for (var i = 0; i < count && !this.IsFull; i++)
        {
            if (i < schema.PrefixItems.Count) this.At(i, schema.PrefixItems[i], value.Items[i]);
            else if (schema.Items is not { } items) break;
            else this.At(i, items, value.Items[i]);
        }
    }

    private void AssertUnique(JsonArray value)
    {
        var seen = new Dictionary<JsonNode, int>(JsonEquality.Comparer);
        for (var i = 0; i < value.Items.Count; i++)
        {
            if (!seen.TryGetValue(value.Items[i], out var first))
            {
                seen.Add(value.Items[i], i);
                continue;
            }

            this.Add("uniqueItems", $"must not repeat an item: {i} equals {first}", value.Items[i], "items that all differ");
            return;
        }
    }

    private void AssertObject(SchemaNode schema, JsonObject value)
    {
        foreach (var name in schema.Required)
            if (value.Member(name) is null) this.Add("required", "is required", null, this.WordsOf(schema, name), member: name);

        var count = value.Members.Count;
        if (schema.MinProperties is { } min) this.Must(count >= min, "minProperties", SchemaWords.AtLeast(min, "property", "properties"), value, "must have ");
        if (schema.MaxProperties is { } max) this.Must(count <= max, "maxProperties", SchemaWords.AtMost(max, "property", "properties"), value, "must have ");
        if (schema.Properties.Count == 0 && schema.AdditionalProperties is null) return;

        var known = this.PropertiesOf(schema);
        foreach (var member in value.Members)
        {
            if (this.IsFull) return;
            if (known.TryGetValue(member.Name, out var property)) this.At(member.Name, property, member.Value);
            else if (schema.AdditionalProperties is { Types: SchemaTypes.None }) this.RefuseMember(schema, value, member);
            else if (schema.AdditionalProperties is { } additional) this.At(member.Name, additional, member.Value);
        }
    }

    private string? WordsOf(SchemaNode schema, string name) =>
        this.PropertiesOf(schema).TryGetValue(name, out var property) && property.Types != SchemaTypes.Any ? SchemaWords.Types(property) : null;

    private void RefuseMember(SchemaNode schema, JsonObject value, JsonMember member)
    {
        var names = schema.Properties.Select(property => property.Name).ToArray();
        var near = NearMiss.Of(member.Name, names.Where(name => value.Member(name) is null));
        this.Add("additionalProperties", "is no property here; properties are " + SchemaWords.Names(names), member.Value, SchemaWords.Names(names), near is null ? null : Excerpt.Quote(near), member.Name);
    }
}
