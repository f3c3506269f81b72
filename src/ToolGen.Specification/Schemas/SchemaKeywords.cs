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
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format", "contentEncoding",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
        "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$schema", "$defs", "$ref",
    ];

    /// <summary>Keywords of 2020-12 that are refused for now, and what to write instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["allOf"] = "write the properties of all parts into one object",
        ["anyOf"] = "take one schema wide enough for all cases, or a \"type\" list such as [\"string\", \"null\"]",
        ["oneOf"] = "take one schema wide enough for all cases, or a \"type\" list such as [\"string\", \"null\"]",
        ["not"] = "say what is allowed instead",
        ["if"] = "check it in the tool and answer with an error of its own",
        ["then"] = "check it in the tool and answer with an error of its own",
        ["else"] = "check it in the tool and answer with an error of its own",
        ["dependentSchemas"] = "check it in the tool and answer with an error of its own",
        ["dependentRequired"] = "check it in the tool and answer with an error of its own",
        ["propertyNames"] = "use a list of objects with a checked \"key\" property",
        ["patternProperties"] = "use \"additionalProperties\" with a schema",
        ["contains"] = "use \"items\" with the schema of every element",
        ["minContains"] = "use \"minItems\"",
        ["maxContains"] = "use \"maxItems\"",
        ["unevaluatedProperties"] = "use \"additionalProperties\"",
        ["unevaluatedItems"] = "use \"items\"",
        ["contentMediaType"] = "say it in \"description\"",
        ["contentSchema"] = "say it in \"description\"",
        ["$id"] = "leave it out: references stay inside the file",
        ["$anchor"] = "point with \"$ref\": \"#/$defs/name\"",
        ["$dynamicRef"] = "point with \"$ref\": \"#/$defs/name\"",
        ["$dynamicAnchor"] = "point with \"$ref\": \"#/$defs/name\"",
        ["$vocabulary"] = "leave it out",
    };

    /// <summary>What each constraint says something about; it lets every other type pass.</summary>
    public static readonly IReadOnlyDictionary<string, SchemaTypes> AppliesTo = Table(
        (SchemaTypes.Number, "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"),
        (SchemaTypes.String, "minLength maxLength pattern contentEncoding"),
        (SchemaTypes.Array, "items prefixItems minItems maxItems uniqueItems"),
        (SchemaTypes.Object, "properties required additionalProperties minProperties maxProperties"));

    private static readonly HashSet<string> KnownSet = new(Known);

    public static bool IsKnown(string name) => KnownSet.Contains(name) || name.StartsWith("x-", System.StringComparison.Ordinal);

    /// <summary>All words that a typing slip can have meant.</summary>
    public static IEnumerable<string> All => Known.Concat(Refused.Keys);

    private static Dictionary<string, SchemaTypes> Table(params (SchemaTypes Types, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' '), (row, word) => (word, row.Types)).ToDictionary(pair => pair.word, pair => pair.Types);
}
