using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Reads what makes values: <c>result</c>, <c>set</c>, <c>select</c> (SPEC §1.3).</summary>
internal static class ResultReader
{
    public static ResultObject? Object(JsonNode? node) => node is JsonObject map ? new(map, Properties(map)) : null;

    public static IReadOnlyList<ResultProperty> Properties(JsonNode? node)
    {
        if (node is not JsonObject map) return [];
        var properties = new List<ResultProperty>();
        foreach (var member in map.Members) properties.Add(new(member, member.Name, Value(member.Value)));
        return properties;
    }

    public static ResultValue Value(JsonNode node) => node switch
    {
        JsonString text => new ResultExpression(node, Texts.Of(text)!),
        JsonObject map when map["each"] is JsonString each => new ResultEach(node, Texts.Of(each)!, Object(map["select"])),
        JsonObject map => new ResultObject(node, Properties(map)),
        _ => new ResultConstant(node),
    };
}
