using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Which keywords there are: enforced, annotating, or known to JSON Schema 2020-12 and refused.</summary>
internal static class SchemaKeywords
{
    /// <summary>Enforced, or kept as annotation. <c>x-*</c> belongs here too.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "type", "properties", "required", "additionalProperties", "items", "prefixItems", "enum", "const",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format",
        "contentEncoding", "contentMediaType", "contentSchema",
        "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains", "unevaluatedItems",
        "minProperties", "maxProperties", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
        "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$schema",
        "$defs", "$ref", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor",
    ];

    /// <summary>Keywords of meta-schemas and of other drafts, and what to write instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["$vocabulary"] = "leave it out: it belongs to meta-schemas",
        ["$recursiveRef"] = "write \"$dynamicRef\", with a \"$dynamicAnchor\" where it leads",
        ["$recursiveAnchor"] = "write \"$dynamicAnchor\" with a name",
        ["dependencies"] = "write \"dependentRequired\" for lists of names, \"dependentSchemas\" for schemas",
        ["additionalItems"] = "write \"items\" behind \"prefixItems\"",
    };

    /// <summary>Keywords that say nothing alone: one of the others must stand beside them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Partners = new Dictionary<string, string[]>
    {
        ["if"] = ["then", "else"],
        ["then"] = ["if"],
        ["else"] = ["if"],
        ["minContains"] = ["contains"],
        ["maxContains"] = ["contains"],
        ["contentSchema"] = ["contentMediaType"],
    };

    /// <summary>What each constraint says something about; it lets every other type pass.</summary>
    public static readonly IReadOnlyDictionary<string, SchemaTypes> AppliesTo = Table(
        (SchemaTypes.Number, "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"),
        (SchemaTypes.String, "minLength maxLength pattern contentEncoding contentMediaType contentSchema"),
        (SchemaTypes.Array, "items prefixItems minItems maxItems uniqueItems contains minContains maxContains unevaluatedItems"),
        (SchemaTypes.Object, "properties required additionalProperties minProperties maxProperties patternProperties propertyNames dependentRequired dependentSchemas unevaluatedProperties"));

    /// <summary>Where the schemas inside a schema stand: keywords whose value is one, …</summary>
    public static readonly IReadOnlyList<string> OfSchema =
    [
        "items", "contains", "unevaluatedItems", "additionalProperties", "propertyNames", "unevaluatedProperties", "not", "if", "then", "else", "contentSchema",
    ];

    /// <summary>… a list of them, …</summary>
    public static readonly IReadOnlyList<string> OfSchemas = ["prefixItems", "allOf", "anyOf", "oneOf"];

    /// <summary>… or an object of them by names that are no keywords.</summary>
    public static readonly IReadOnlyList<string> OfNamedSchemas = ["properties", "patternProperties", "dependentSchemas", "$defs"];

    private static readonly HashSet<string> KnownSet = new(Known);

    public static bool IsKnown(string name) => KnownSet.Contains(name) || name.StartsWith("x-", System.StringComparison.Ordinal);

    /// <summary>The schemas right inside a schema, in the order they are written.</summary>
    public static IEnumerable<JsonNode> Inner(JsonObject schema) => schema.Members.SelectMany(member => member.Value switch
    {
        JsonObject map when OfNamedSchemas.Contains(member.Name) => map.Members.Select(entry => entry.Value),
        JsonArray list when OfSchemas.Contains(member.Name) => list.Items,
        _ when OfSchema.Contains(member.Name) => [member.Value],
        _ => [],
    });

    /// <summary>A keyword's value with the schemas inside it replaced.</summary>
    public static JsonNode MapInner(JsonMember keyword, System.Func<JsonNode, JsonNode> map) => keyword.Value switch
    {
        JsonObject named when OfNamedSchemas.Contains(keyword.Name) => new JsonObject(named.Members.Select(entry => new JsonMember(entry.Name, entry.NameSpan, map(entry.Value))).ToArray(), named.Span),
        JsonArray list when OfSchemas.Contains(keyword.Name) => new JsonArray(list.Items.Select(map).ToArray(), list.Span),
        _ => OfSchema.Contains(keyword.Name) ? map(keyword.Value) : keyword.Value,
    };

    /// <summary>All words that a typing slip can have meant.</summary>
    public static IEnumerable<string> All => Known.Concat(Refused.Keys);

    private static Dictionary<string, SchemaTypes> Table(params (SchemaTypes Types, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' '), (row, word) => (word, row.Types)).ToDictionary(pair => pair.word, pair => pair.Types);
}
