using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>Where schemas stand inside a schema, by the word of the meta-schema itself.</summary>
[TestClass]
public sealed class SchemaKeywordsTests
{
    private static readonly IReadOnlyDictionary<string, JsonNode> Keywords = new[] { "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content" }
        .SelectMany(name => Members(SchemaDocuments.Dialect.Find("https://json-schema.org/draft/2020-12/meta/" + name)!, "properties"))
        .ToDictionary(member => member.Name, member => member.Value);

    [TestMethod]
    public void Keywords_that_hold_one_schema_are_those_of_the_meta_schema() => AreSame(Keywords.Where(keyword => IsSchema(keyword.Value)), SchemaKeywords.OfSchema);

    [TestMethod]
    public void Keywords_that_hold_a_list_of_schemas_are_those_of_the_meta_schema() =>
        AreSame(Keywords.Where(keyword => (keyword.Value as JsonObject)?["$ref"] is JsonString { Value: "#/$defs/schemaArray" }), SchemaKeywords.OfSchemas);

    [TestMethod]
    public void Keywords_that_hold_schemas_by_name_are_those_of_the_meta_schema() =>
        AreSame(Keywords.Where(keyword => (keyword.Value as JsonObject)?["additionalProperties"] is { } value && IsSchema(value)), SchemaKeywords.OfNamedSchemas);

    [TestMethod]
    public void Known_keywords_are_those_of_the_meta_schema() => AreSame(Keywords.Where(keyword => keyword.Key != "$vocabulary"), SchemaKeywords.Known);

    private static void AreSame(IEnumerable<KeyValuePair<string, JsonNode>> expected, IEnumerable<string> actual) => CollectionAssert.AreEquivalent(expected.Select(keyword => keyword.Key).ToArray(), actual.ToArray());

    private static bool IsSchema(JsonNode node) => (node as JsonObject)?["$dynamicRef"] is JsonString { Value: "#meta" };

    private static IEnumerable<JsonMember> Members(JsonNode schema, string name) => ((JsonObject)((JsonObject)schema)[name]!).Members;
}
