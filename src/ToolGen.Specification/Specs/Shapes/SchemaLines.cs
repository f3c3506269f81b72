using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>The texts of a JSON Schema that may stand as lines: <c>title</c> and <c>description</c>.</summary>
internal static class SchemaLines
{
    private static readonly TextShape Text = new();

    /// <summary>The schema with those lines joined.</summary>
    public static JsonNode Join(JsonNode schema) => schema is not JsonObject @object ? schema : Rebuilt.Object(@object, member => member.Name switch
    {
        "title" or "description" => Text.Canonical(member.Value),
        "properties" or "$defs" when member.Value is JsonObject map => Rebuilt.Object(map, one => Join(one.Value)),
        "prefixItems" when member.Value is JsonArray list => Rebuilt.Array(list, Join),
        "items" or "additionalProperties" => Join(member.Value),
        _ => member.Value,
    });
}
