using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>Keywords that hold schemas.</content>
public sealed partial class SchemaReader
{
    private SchemaNode? ReadChild(JsonObject schema, string keyword, string pointer) =>
        schema[keyword] is { } node ? this.ReadSchema(node, pointer + "/" + keyword) : null;

    private List<SchemaNode> ReadList(JsonObject schema, string keyword, string pointer)
    {
        var elements = this.Elements(schema, keyword);
        if (elements.Count == 0 && schema[keyword] is JsonArray empty) this.WrongValue(empty, keyword, "a list of at least one schema");
        return elements.Select((element, i) => this.ReadSchema(element, $"{pointer}/{keyword}/{i}")).ToList();
    }

    private void ReadDefinitions(JsonObject schema, string pointer)
    {
        foreach (var member in this.Members(schema, "$defs"))
        {
            var place = JsonPath.Append(pointer + "/$defs", member.Name);
            this.ReadSchema(member.Value, place);
            if (!this.isForeign) this.definitions.Add(place);
        }
    }

    private List<SchemaProperty> ReadProperties(JsonObject schema, string pointer, IReadOnlyList<string> required)
    {
        var names = new HashSet<string>(required);
        return this.Members(schema, "properties")
            .Select(member => new SchemaProperty(member.Name, names.Contains(member.Name), this.ReadSchema(member.Value, JsonPath.Append(pointer + "/properties", member.Name))))
            .ToList();
    }

    private List<SchemaProperty> ReadDependentSchemas(JsonObject schema, string pointer) =>
        this.Members(schema, "dependentSchemas")
            .Select(member => new SchemaProperty(member.Name, false, this.ReadSchema(member.Value, JsonPath.Append(pointer + "/dependentSchemas", member.Name))))
            .ToList();

    private List<SchemaPattern> ReadPatternProperties(JsonObject schema, string pointer)
    {
        var patterns = new List<SchemaPattern>();
        foreach (var member in this.Members(schema, "patternProperties"))
        {
            var inner = this.ReadSchema(member.Value, JsonPath.Append(pointer + "/patternProperties", member.Name));
            if (this.Ready(new JsonString(member.Name, member.NameSpan)) is { } matcher) patterns.Add(new(matcher, inner));
        }

        return patterns;
    }

    private List<SchemaDependency> ReadDependentRequired(JsonObject schema)
    {
        var dependencies = new List<SchemaDependency>();
        foreach (var member in this.Members(schema, "dependentRequired"))
        {
            if (member.Value is JsonArray names && names.Items.All(name => name is JsonString)) dependencies.Add(new(member.Name, names.Items.Cast<JsonString>().Select(name => name.Value).ToList()));
            else this.WrongValue(member.Value, "dependentRequired", "an object that maps a property to a list of names");
        }

        return dependencies;
    }

    private List<SchemaNode> ReadPrefixItems(JsonObject schema, string pointer) => this.ReadList(schema, "prefixItems", pointer);

    private SchemaNode? ReadItems(JsonObject schema, string pointer)
    {
        if (schema.Member("items") is { Value: JsonArray } member)
        {
            // Drafts before 2020-12 wrote tuples so.
            var fix = schema.Member("prefixItems") is null ? new FindingFix("Rename \"items\" to \"prefixItems\"", new(new TextEdit(member.NameSpan, "\"prefixItems\""))) : null;
            this.sink.Add(FindingCatalog.WrongKeywordValue, member.Value.Span, fix, "\"items\"", "one schema for all elements", "a list (a schema for each place is \"prefixItems\")");
            return null;
        }

        return this.ReadChild(schema, "items", pointer);
    }
}
