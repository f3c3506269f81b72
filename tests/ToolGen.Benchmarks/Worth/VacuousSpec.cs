using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ToolGen.Forge.Specs;

namespace ToolGen.Benchmarks.Worth;

/// <summary>A spec whose samples show nothing but one answer.</summary>
internal static class VacuousSpec
{
    /// <returns>The spec with the first of its samples that has an output, alone; null where it takes no arguments, or has no such sample.</returns>
    public static SpecInput? Of(SpecInput input)
    {
        if (JsonNode.Parse(input.Utf8.Span, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) is not JsonObject spec) return null;
        if (spec["inputSchema"]?["properties"] is not JsonObject { Count: > 0 }) return null;
        if (spec["examples"] is not JsonArray examples || examples.OfType<JsonObject>().FirstOrDefault(sample => sample.ContainsKey("output") && !sample.ContainsKey("expect")) is not { } first) return null;
        spec["examples"] = new JsonArray(first.DeepClone());
        return input with { Utf8 = Encoding.UTF8.GetBytes(spec.ToJsonString()), TestsPath = null, Tests = default };
    }
}
