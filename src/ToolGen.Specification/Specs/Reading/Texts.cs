using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Takes texts out of nodes whose shape was checked before: what doesn't fit is null here, and a finding there.</summary>
internal static class Texts
{
    /// <summary>A string, or an array that is its lines.</summary>
    public static SpecText? Of(JsonNode? node) => node switch
    {
        JsonString line => new(line, [line]),
        JsonArray { Items: var items } when items.All(item => item is JsonString) => new(node, items.Cast<JsonString>().ToArray()),
        _ => null,
    };

    /// <summary>A string, or a number: its digits are C# too.</summary>
    public static SpecText? OfCount(JsonNode? node) => node is JsonNumber number
        ? new(number, [new(CanonicalNumber.Normalize(number.Text), new(number.Span.Start - 1, number.Span.Length + 2))])
        : Of(node as JsonString);

    /// <summary>One text, or a list of them.</summary>
    public static IReadOnlyList<SpecText> ListOf(JsonNode? node) => node switch
    {
        JsonString one => [Of(one)!],
        JsonArray many => many.Items.OfType<JsonString>().Select(item => Of(item)!).ToArray(),
        _ => [],
    };

    public static IReadOnlyList<NamedExpression> NamedOf(JsonNode? node) =>
        node is not JsonObject map ? [] : map.Members.Where(member => member.Value is JsonString).Select(member => new NamedExpression(member, member.Name, Of(member.Value)!)).ToArray();

    public static bool Flag(JsonNode? node) => node is JsonBoolean { Value: true };
}
