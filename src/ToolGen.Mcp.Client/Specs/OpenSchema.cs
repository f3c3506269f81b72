using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Mcp.Client.Specs;

/// <summary>A schema of answers as a spec has it: what a spec closes by itself, and the server left open, says that it is open.</summary>
internal static class OpenSchema
{
    private static readonly string[] Maps = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
    private static readonly string[] Single = ["items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains", "not", "if", "then", "else"];
    private static readonly string[] InPlace = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"];

    public static JsonNode Of(JsonNode node)
    {
        if (node is not JsonObject schema) return node;
        var members = schema.Members.Select(member => new JsonMember(member.Name, default, Of(member))).ToList();
        if (IsOpen(schema)) members.Add(new(InPlace.Any(name => schema[name] is not null) ? "unevaluatedProperties" : "additionalProperties", default, new JsonBoolean(true, default)));
        if (schema["prefixItems"] is not null && schema["minItems"] is null && schema["unevaluatedItems"] is null) members.Add(new("minItems", default, new JsonNumber("0", default)));
        return new JsonObject(members, default);
    }

    private static bool IsOpen(JsonObject schema) =>
        schema["additionalProperties"] is null && schema["unevaluatedProperties"] is null && (schema["properties"] is not null || (schema["type"] is JsonString { Value: "object" } && InPlace.Any(name => schema[name] is not null)));

    private static JsonNode Of(JsonMember member) => member.Value switch
    {
        JsonObject map when Maps.Contains(member.Name) => new JsonObject([.. map.Members.Select(one => new JsonMember(one.Name, default, Of(one.Value)))], default),
        JsonArray list when Lists.Contains(member.Name) => new JsonArray([.. list.Items.Select(Of)], default),
        JsonObject inner when Single.Contains(member.Name) => Of(inner),
        _ => member.Value,
    };
}
