using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Forge;
using ToolGen.Forge.Evidence;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>What <c>forge --json</c> prints: the document of <c>check</c> and <c>try</c>, then evidence, times and calls.</summary>
internal static class ForgeJson
{
    public static void Write(
        Utf8JsonWriter json, IReadOnlyList<ForgedTool> tools, IReadOnlyList<Finding> searching, IReadOnlyList<ForgedEvidence> evidence, IReadOnlyList<ToolCall> calls, IReadOnlyList<RunResult> results)
    {
        json.WriteStartObject();
        ToolJson.Members(json, tools, searching);
        json.WriteStartArray("evidence");
        foreach (var one in evidence)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Evidence.Id);
            json.WriteBoolean("sound", one.Evidence.IsSound);
            json.Json("content", one.Evidence.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("times");
        foreach (var one in evidence) json.Json(one.Times.Text);
        json.WriteEndArray();
        json.WriteStartArray("calls");
        foreach (var (call, result) in calls.Zip(results))
        {
            json.WriteStartObject();
            json.WriteString("tool", call.Tool.Name);
            json.Json("arguments", call.Arguments);
            ToolJson.Result(json, result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
