using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ModelContextProtocol;

namespace ToolGen.Server.Answers;

/// <summary>A tool as the registry holds it in MCP's shape: shown, never trusted.</summary>
internal static class McpShape
{
    /// <summary>Null where it is none.</summary>
    public static ModelContextProtocol.Protocol.Tool? Of(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelContextProtocol.Protocol.Tool>(json, McpJsonUtilities.DefaultOptions);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The parameters in a line: <c>csv string, min_total? number</c>.</summary>
    public static string Parameters(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return "";
        var required = schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);
        return string.Join(", ", properties.EnumerateObject().Select(one => $"{one.Name}{(required.Contains(one.Name) ? "" : "?")} {TypeOf(one.Value)}"));
    }

    private static string TypeOf(JsonElement schema) => schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) ? "any" : type.ValueKind switch
    {
        JsonValueKind.String => type.GetString()!,
        JsonValueKind.Array => string.Join("|", type.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString())),
        _ => "any",
    };
}
