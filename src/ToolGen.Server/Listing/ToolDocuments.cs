using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;
using ToolGen.Server.Answers;

namespace ToolGen.Server.Listing;

/// <summary>What is searched of a version.</summary>
internal static class ToolDocuments
{
    public static ToolDocument Of(StoredVersion version)
    {
        var tool = McpShape.Of(version.McpTool);
        return new()
        {
            Id = version.Id,
            Name = version.Name,
            Title = tool?.Title,
            Description = tool?.Description ?? "",
            Parameters = tool is null ? [] : [.. Parameters(tool.InputSchema)],
            Asks = AsksOf(version.Spec),
            Capabilities = version.Capabilities,
            Kind = version.Kind,
            State = version.State,
        };
    }

    private static IEnumerable<ToolParameterText> Parameters(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) yield break;
        foreach (var one in properties.EnumerateObject())
            yield return new(one.Name, one.Value.ValueKind == JsonValueKind.Object && one.Value.TryGetProperty("description", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null);
    }

    private static IReadOnlyList<string> AsksOf(string spec)
    {
        try
        {
            using var document = JsonDocument.Parse(spec);
            return document.RootElement.TryGetProperty("asks", out var asks) && asks.ValueKind == JsonValueKind.Array ? [.. asks.EnumerateArray().Where(ask => ask.ValueKind == JsonValueKind.String).Select(ask => ask.GetString()!)] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
