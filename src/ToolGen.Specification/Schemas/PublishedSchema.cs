using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>The schema as callers see it: what is closed says so.</summary>
public static class PublishedSchema
{
    /// <summary>
    /// Canonical compact JSON: members in written order, lines of text joined, and <c>additionalProperties: false</c> last in each object
    /// that the plan closes without its being written.
    /// </summary>
    public static string Write(SchemaPlan plan) => JsonWriter.Canonical(Publish(plan, plan.Root));

    /// <summary>The same as nodes; their spans are those of the file.</summary>
    public static JsonNode ToNode(SchemaPlan plan) => Publish(plan, plan.Root);

    private static JsonNode Publish(SchemaPlan plan, SchemaNode schema)
    {
        if (schema.Node is not JsonObject node) return schema.Node;
        var members = node.Members.Select(member => new JsonMember(member.Name, member.NameSpan, Publish(plan, schema, member))).ToList();
        if (schema.AdditionalProperties is { Types: SchemaTypes.None } closed && node.Member("additionalProperties") is null)
            members.Add(new("additionalProperties", node.Span, closed.Node));
        return new JsonObject(members, node.Span);
    }

    private static JsonNode Publish(SchemaPlan plan, SchemaNode schema, JsonMember member)
    {
        switch (member.Name)
        {
            case "properties" when member.Value is JsonObject map:
                return new JsonObject(map.Members.Zip(schema.Properties, (one, property) => new JsonMember(one.Name, one.NameSpan, Publish(plan, property.Schema))).ToList(), map.Span);
            case "$defs" when member.Value is JsonObject map:
                return new JsonObject(
                    map.Members.Select(one => new JsonMember(one.Name, one.NameSpan, Publish(plan, plan.Definitions[JsonPath.Append(schema.Pointer + "/$defs", one.Name)]))).ToList(), map.Span);
            case "items" when schema.Items is { } items:
                return Publish(plan, items);
            case "additionalProperties" when schema.AdditionalProperties is { } additional:
                return Publish(plan, additional);
            case "prefixItems" when member.Value is JsonArray places:
                return new JsonArray(schema.PrefixItems.Select(place => Publish(plan, place)).ToList(), places.Span);
            case "title" when schema.Title is { } title:
                return new JsonString(title, member.Value.Span);
            case "description" when schema.Description is { } description:
                return new JsonString(description, member.Value.Span);
            default:
                return member.Value;
        }
    }
}
