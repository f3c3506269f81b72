using System;
using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <summary>What kind of schema a node is, for who compares.</summary>
internal static class SchemaShape
{
    /// <summary>Every reference to the published meta-schema leads to the same text.</summary>
    private const string Published = "https://json-schema.org/";

    /// <summary>Whether every value fits.</summary>
    public static bool IsFree(SchemaNode node) => node.Reference is null && IsBare(node);

    /// <summary>Whether no value fits.</summary>
    public static bool IsNothing(SchemaNode node) => node.Types == SchemaTypes.None;

    /// <summary>Whether parts of it count only where others do not: then it is the same or it can't be compared.</summary>
    public static bool IsWhole(SchemaNode node) => node.UnevaluatedProperties is not null || node.UnevaluatedItems is not null || node.DynamicReference is not null || node.DynamicAnchor is not null;

    /// <summary>Whether two references lead to one published document.</summary>
    public static bool IsPublished(string? older, string? newer) => older is not null && older == newer && older.StartsWith(Published, StringComparison.Ordinal);

    /// <summary>What a reference leads to, where nothing else stands beside it; else the schema itself.</summary>
    public static SchemaNode Resolved(SchemaNode node, SchemaPlan plan)
    {
        // No circle of references at one value is read.
        while (node.Reference is { } reference && IsBare(node) && !reference.StartsWith(Published, StringComparison.Ordinal) && plan.Definitions.TryGetValue(reference, out var target)) node = target;
        return node;
    }

    /// <summary>The only values that may fit; null where their number has no end.</summary>
    public static IReadOnlyList<JsonNode>? Choices(SchemaNode node) => node.Const is { } only ? [only] : node.Enum;

    /// <summary>Whether nothing is asserted beside a reference.</summary>
    private static bool IsBare(SchemaNode node) =>
        node is
        {
            Types: SchemaTypes.Any, Enum: null, Const: null, Minimum: null, Maximum: null, ExclusiveMinimum: null, ExclusiveMaximum: null, MultipleOf: null, MinLength: null, MaxLength: null,
            Pattern: null, FormatAsserted: false, Base64: false, JsonText: false, PrefixItems.Count: 0, Items: null, MinItems: null, MaxItems: null, UniqueItems: false, Contains: null,
            Properties.Count: 0, Required.Count: 0, AdditionalProperties: null, MinProperties: null, MaxProperties: null, PropertyNames: null, PatternProperties.Count: 0,
            DependentSchemas.Count: 0, DependentRequired.Count: 0, AllOf.Count: 0, AnyOf.Count: 0, OneOf.Count: 0, Not: null, If: null,
            UnevaluatedProperties: null, UnevaluatedItems: null, DynamicReference: null, NominalType: null,
        };
}
