using System.Collections.Generic;
using System.Linq;

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

    private static readonly HashSet<string> KnownSet = new(Known);

    public static bool IsKnown(string name) => KnownSet.Contains(name) || name.StartsWith("x-", System.StringComparison.Ordinal);

    /// <summary>All words that a typing slip can have meant.</summary>
    public static IEnumerable<string> All => Known.Concat(Refused.Keys);

    private static Dictionary<string, SchemaTypes> Table(params (SchemaTypes Types, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' '), (row, word) => (word, row.Types)).ToDictionary(pair => pair.word, pair => pair.Types);
}
