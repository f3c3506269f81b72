using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Testing.Comparison;

/// <summary>What a pattern speaks of in a value.</summary>
internal static class JsonPart
{
    /// <summary>The value without the members that the pattern does not name; a null of the pattern stands for a member that is not there too.</summary>
    public static JsonNode Of(JsonNode pattern, JsonNode value) => (pattern, value) switch
    {
        (JsonObject left, JsonObject right) => new JsonObject(
            left.Members
                .Select(member => (member, Got: right[member.Name]))
                .Where(pair => pair.Got is not null || pair.member.Value is JsonNull)
                .Select(pair => new JsonMember(pair.member.Name, default, pair.Got is null ? pair.member.Value : Of(pair.member.Value, pair.Got)))
                .ToArray(),
            default),
        (JsonArray left, JsonArray right) when left.Items.Count == right.Items.Count => new JsonArray(left.Items.Zip(right.Items, Of).ToArray(), default),
        _ => value,
    };
}
