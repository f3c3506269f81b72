using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>Values that say less than one does.</summary>
internal static class SimplerValues
{
    private const int MaximumDepth = 6;

    /// <summary>The simplest first.</summary>
    public static IEnumerable<JsonNode> Of(JsonNode value) => Of(value, 0);

    private static IEnumerable<JsonNode> Of(JsonNode value, int depth) => depth > MaximumDepth ? [] : value switch
    {
        JsonObject @object => Of(@object, depth),
        JsonArray array => Of(array, depth),
        JsonString { Value.Length: > 0 } text => Of(text.Value).Distinct().Where(simpler => simpler.Length < text.Value.Length || simpler == "a").Where(simpler => simpler != text.Value).Select(JsonMake.Text),
        JsonNumber number => Of(number),
        JsonBoolean { Value: true } => [JsonMake.False],
        _ => [],
    };

    private static IEnumerable<JsonNode> Of(JsonObject @object, int depth)
    {
        foreach (var member in @object.Members) yield return JsonMake.Object(@object.Members.Where(one => one != member));
        foreach (var member in @object.Members)
            foreach (var simpler in Of(member.Value, depth + 1)) yield return JsonMake.Object(@object.Members.Select(one => one == member ? JsonMake.Member(one.Name, simpler) : one));
    }

    private static IEnumerable<JsonNode> Of(JsonArray array, int depth)
    {
        if (array.Items.Count == 0) yield break;
        yield return JsonMake.Array([]);
        if (array.Items.Count > 1)
        {
            yield return JsonMake.Array(array.Items.Take(array.Items.Count / 2));
            yield return JsonMake.Array(array.Items.Skip(array.Items.Count / 2));
        }

        for (var at = 0; at < array.Items.Count; at++)
            foreach (var simpler in Of(array.Items[at], depth + 1)) yield return JsonMake.Array(array.Items.Select((item, i) => i == at ? simpler : item));
    }

    private static IEnumerable<string> Of(string text)
    {
        yield return "";
        yield return "a";
        var middle = text.Length / 2;
        if (middle > 0 && char.IsLowSurrogate(text[middle])) middle--;
        if (middle == 0) yield break;
        yield return text.Substring(0, middle);
        yield return text.Substring(middle);
    }

    private static IEnumerable<JsonNode> Of(JsonNumber number)
    {
        if (!decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) yield break;
        foreach (var simpler in new[] { 0m, 1m, -1m, decimal.Truncate(value / 2) }.Distinct())
            if (System.Math.Abs(simpler) < System.Math.Abs(value)) yield return new JsonNumber(simpler.ToString(CultureInfo.InvariantCulture), default);
    }
}
