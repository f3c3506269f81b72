using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Which vocabularies a dialect uses (<c>$vocabulary</c> of its meta-schema): keywords of the others say nothing.</summary>
internal sealed class SchemaVocabularies
{
    private const string Base = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly Dictionary<string, string> VocabularyOf = new[]
    {
        ("applicator", "prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames if then else allOf anyOf oneOf not"),
        ("unevaluated", "unevaluatedItems unevaluatedProperties"),
        ("validation", "type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired"),
        ("content", "contentEncoding contentMediaType contentSchema"),
    }.SelectMany(row => row.Item2.Split(' '), (row, keyword) => (row.Item1, keyword)).ToDictionary(pair => pair.keyword, pair => pair.Item1);

    private readonly HashSet<string>? used;

    private SchemaVocabularies(HashSet<string>? used) => this.used = used;

    public static SchemaVocabularies All { get; } = new(null);

    /// <summary>Whether the dialect says that formats are asserted.</summary>
    public bool AssertsFormats => this.used is not null && this.used.Contains("format-assertion");

    /// <summary>Null where the dialect is not known, or says nothing of vocabularies.</summary>
    public static SchemaVocabularies? Of(string dialect, SchemaDocuments documents)
    {
        if (dialect == SchemaDocuments.DialectUri) return All;
        if ((documents.Find(dialect) as JsonObject)?["$vocabulary"] is not JsonObject vocabulary) return null;
        return new(new(vocabulary.Members.Where(member => member.Name.StartsWith(Base, System.StringComparison.Ordinal)).Select(member => member.Name.Substring(Base.Length))));
    }

    /// <summary>The schema without the keywords that say nothing.</summary>
    public JsonObject Filter(JsonObject schema) => this.used is not { } used ? schema
        : new(schema.Members.Where(member => !VocabularyOf.TryGetValue(member.Name, out var vocabulary) || used.Contains(vocabulary)).ToList(), schema.Span);
}
