using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Benchmarks.Validation;

/// <summary>A JSON text as JavaScript's <c>JSON.parse</c> takes it, in one respect or both.</summary>
internal static class Reparsed
{
    /// <summary>Of members of one name the last is left.</summary>
    public static string WithoutRepeats(string json) => Write(json, doubles: false);

    /// <summary>Numbers are doubles, too.</summary>
    public static string WithDoubles(string json) => Write(json, doubles: true);

    private static string Write(string json, bool doubles)
    {
        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement, doubles);
    }

    private static string Text(JsonElement value, bool doubles) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().GroupBy(member => member.Name).Select(same => $"{JsonSerializer.Serialize(same.Key)}:{Text(same.Last().Value, doubles)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(item => Text(item, doubles)))}]",
        JsonValueKind.Number when doubles && double.IsFinite(value.GetDouble()) => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };
}
