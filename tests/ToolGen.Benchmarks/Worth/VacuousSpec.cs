using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ToolGen.Forge.Specs;

namespace ToolGen.Benchmarks.Worth;

/// <summary>A spec whose samples show nothing but one answer.</summary>
internal static class VacuousSpec
{
    /// <summary>In how many ways samples can show nothing here.</summary>
    public const int Ways = 3;

    /// <param name="input">A spec with good samples.</param>
    /// <param name="way">From 0: the first sample that has an output alone; the same twice; with one that the schema refuses before the tool is asked.</param>
    /// <returns>The spec with those alone; null where it takes no arguments, or has no such sample.</returns>
    public static SpecInput? Of(SpecInput input, int way)
    {
        if (JsonNode.Parse(input.Utf8.Span, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) is not JsonObject spec) return null;
        if (spec["inputSchema"]?["properties"] is not JsonObject { Count: > 0 }) return null;
        if (spec["examples"] is not JsonArray examples || examples.OfType<JsonObject>().FirstOrDefault(sample => sample.ContainsKey("output")) is not { } first) return null;
        spec["examples"] = way switch
        {
            0 => new JsonArray(first.DeepClone()),
            1 => new JsonArray(first.DeepClone(), Named(first)),
            _ => new JsonArray(first.DeepClone(), new JsonObject { ["input"] = new JsonObject { ["no_such_input"] = 1 }, ["error"] = "invalid_input" }),
        };
        return input with { Utf8 = Encoding.UTF8.GetBytes(spec.ToJsonString()), TestsPath = null, Tests = default };
    }

    private static JsonNode Named(JsonObject sample)
    {
        var again = sample.DeepClone();
        again["name"] = "once more";
        return again;
    }
}
