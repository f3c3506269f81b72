using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>The schema as callers see it: what is closed says so.</summary>
public static class PublishedSchema
{
    /// <summary>
    /// Canonical compact JSON: members in written order, lines of text joined, and last in each schema what the plan closes without its being
    /// written (<c>minItems</c>, <c>items</c>, <c>additionalProperties</c>, <c>unevaluatedProperties</c>).
    /// </summary>
    public static string Write(SchemaPlan plan) => JsonWriter.Canonical(ToNode(plan));

    /// <summary>The same as nodes; their spans are those of the file.</summary>
    public static JsonNode ToNode(SchemaPlan plan)
    {
        var schemas = new Dictionary<JsonNode, SchemaNode>();
        var open = new Stack<SchemaNode>([plan.Root, .. plan.Definitions.Values]);
        while (open.Count > 0)
        {
            var schema = open.Pop();
            if (schemas.ContainsKey(schema.Node)) continue;
            schemas.Add(schema.Node, schema);
            foreach (var inner in schema.Inner) open.Push(inner);
        }

        return Publish(plan.Root.Node, schemas);
    }

    private static JsonNode Publish(JsonNode node, Dictionary<JsonNode, SchemaNode> schemas)
    {
        if (node is not JsonObject written || !schemas.TryGetValue(node, out var schema)) return node;
        var members = written.Members.Select(member => new JsonMember(member.Name, member.NameSpan, Publish(member, schema, schemas))).ToList();
        if (schema.MinItems is { } min && written.Member("minItems") is null) Add("minItems", new JsonNumber(min.ToString(CultureInfo.InvariantCulture), node.Span));
        if (schema.Items is { } items && written.Member("items") is null) Add("items", items.Node);
        if (schema.AdditionalProperties is { } additional && written.Member("additionalProperties") is null) Add("additionalProperties", additional.Node);
        if (schema.UnevaluatedProperties is { } unevaluated && written.Member("unevaluatedProperties") is null) Add("unevaluatedProperties", unevaluated.Node);
        return new JsonObject(members, node.Span);

        void Add(string keyword, JsonNode value) => members.Add(new(keyword, node.Span, value));
    }

    private static JsonNode Publish(JsonMember member, SchemaNode schema, Dictionary<JsonNode, SchemaNode> schemas)
    {
        switch (member.Name)
        {
            case "title" when schema.Title is { } title:
                return new JsonString(title, member.Value.Span);
            case "description" when schema.Description is { } description:
                return new JsonString(description, member.Value.Span);
            case "properties" or "patternProperties" or "dependentSchemas" or "$defs" when member.Value is JsonObject map:
                return new JsonObject(map.Members.Select(one => new JsonMember(one.Name, one.NameSpan, Publish(one.Value, schemas))).ToList(), map.Span);
            case "prefixItems" or "allOf" or "anyOf" or "oneOf" when member.Value is JsonArray list:
                return new JsonArray(list.Items.Select(one => Publish(one, schemas)).ToList(), list.Span);
            case "enum" or "const" or "default" or "examples":
                return member.Value;
            default:
                return Publish(member.Value, schemas);
        }
    }
}
