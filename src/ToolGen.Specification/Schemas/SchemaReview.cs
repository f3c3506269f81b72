using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>What is wrong between keywords: bounds that contradict, values that break their own schema, keywords without effect.</summary>
internal static class SchemaReview
{
    public static void Run(SchemaPlan plan, IEnumerable<SchemaNode> schemas, FindingSink sink)
    {
        var walk = new SchemaWalk(plan.Definitions);
        foreach (var schema in schemas)
        {
            if (schema.Node is not JsonObject node) continue;
            CheckBounds(schema, node, sink);
            CheckEffects(schema, node, sink);
            CheckRequired(schema, node, sink);
            CheckValues(walk, schema, sink);

            // The one finding that it costs too much is enough.
            if (walk.IsExhausted) return;
        }
    }

    private static void CheckBounds(SchemaNode schema, JsonObject node, FindingSink sink)
    {
        Order(schema.MinLength, "minLength", schema.MaxLength, "maxLength");
        Order(schema.MinItems, "minItems", schema.MaxItems, "maxItems");
        Order(schema.MinProperties, "minProperties", schema.MaxProperties, "maxProperties");
        if (schema.MinContains is not null) Order(schema.MinContains, "minContains", schema.MaxContains, "maxContains");
        Bounds(schema.Minimum, "minimum", schema.Maximum, "maximum", mayTouch: true);
        Bounds(schema.Minimum, "minimum", schema.ExclusiveMaximum, "exclusiveMaximum", mayTouch: false);
        Bounds(schema.ExclusiveMinimum, "exclusiveMinimum", schema.Maximum, "maximum", mayTouch: false);
        Bounds(schema.ExclusiveMinimum, "exclusiveMinimum", schema.ExclusiveMaximum, "exclusiveMaximum", mayTouch: false);

        void Order(long? min, string minName, long? max, string maxName)
        {
            if (min > max && node.Member(minName) is not null) Contradict(minName, maxName);
        }

        void Bounds(JsonNumber? min, string minName, JsonNumber? max, string maxName, bool mayTouch)
        {
            if (min is null || max is null) return;
            var order = ExactNumber.Compare(min.Text.AsSpan(), max.Text.AsSpan());
            if (order > 0 || (order == 0 && !mayTouch)) Contradict(minName, maxName);
        }

        void Contradict(string min, string max) =>
            sink.Add(FindingCatalog.ContradictingBounds, node[min]!.Span, JsonWriter.Quote(min), Excerpt.Of(node[min]!), JsonWriter.Quote(max), Excerpt.Of(node[max]!));
    }

    private static void CheckEffects(SchemaNode schema, JsonObject node, FindingSink sink)
    {
        if (schema.Types == SchemaTypes.Any || schema.Reference is not null) return;
        foreach (var member in node.Members)
        {
            var types = member.Name == "format" && schema.FormatAsserted ? SchemaFormats.Find(schema.Format!)!.Types
                : SchemaKeywords.AppliesTo.TryGetValue(member.Name, out var applies) ? applies : SchemaTypes.Any;
            if ((types & schema.Types) == 0)
                sink.Add(FindingCatalog.KeywordWithoutEffect, member.NameSpan, JsonWriter.Quote(member.Name), TypeWords.Describe(schema.Types), TypeWords.Describe(types));
        }
    }

    private static void CheckRequired(SchemaNode schema, JsonObject node, FindingSink sink)
    {
        if (schema.Properties.Count == 0 || node["required"] is not JsonArray required) return;
        var names = new HashSet<string>(schema.Properties.Select(property => property.Name));
        foreach (var element in required.Items.OfType<JsonString>())
        {
            if (names.Contains(element.Value) || schema.HasInPlace || schema.PatternProperties.Count > 0) continue;
            if (schema.AdditionalProperties is { Types: SchemaTypes.None })
            {
                var near = sink.IsFull ? null : NearMiss.Of(element.Value, names);
                var remedy = near is null ? "Add it to \"properties\", or take it out of \"required\"." : $"Did you mean {JsonWriter.Quote(near)}?";
                sink.Add(FindingCatalog.RequiredAndClosed, element.Span, Excerpt.Of(element), remedy);
            }
            else
            {
                sink.Add(FindingCatalog.RequiredWithoutProperty, element.Span, Excerpt.Of(element));
            }
        }
    }

    private static void CheckValues(SchemaWalk walk, SchemaNode schema, FindingSink sink)
    {
        if (walk.IsExhausted) return;
        if (schema.Default is { } value) CheckValue(walk, schema, value, "default", sink);
        foreach (var example in schema.Examples) CheckValue(walk, schema, example, "examples", sink);
        if (schema.Const is { } constant) CheckValue(walk, schema, constant, "const", sink);
        if (schema.Enum is { } values)
            foreach (var one in values)
                if (!walk.IsExhausted) CheckValue(walk, schema, one, "enum", sink);
    }

    private static void CheckValue(SchemaWalk walk, SchemaNode schema, JsonNode value, string keyword, FindingSink sink)
    {
        foreach (var violation in walk.Check(schema, value))
        {
            var place = violation.Pointer.Length == 0 ? "" : $" at {JsonWriter.Quote(violation.Pointer)}";
            sink.Add(FindingCatalog.ValueBreaksSchema, value.Span, FixOf(schema, value, keyword, violation), JsonWriter.Quote(keyword), Excerpt.Of(value), place + " " + violation.Message);
        }
    }

    // Without its default an optional property is just absent, which guesses nothing.
    private static FindingFix? FixOf(SchemaNode schema, JsonNode value, string keyword, SchemaViolation violation) =>
        violation is { Pointer: "", Keyword: "type" or "enum", Correction: { } correction } ? new($"Write {correction}", new(new TextEdit(value.Span, correction)))
        : keyword == "default" && schema.Node is JsonObject node && node.Member("default") is { } member ? new("Leave out \"default\"", new(MemberEdits.Remove(node, member)))
        : null;
}
