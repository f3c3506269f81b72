using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Registry;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Registries;

/// <summary>Calls that a tool got wrong, as samples: what it should have answered nobody knows yet, where nobody says.</summary>
internal static class FailedCalls
{
    private const int Most = 100;

    private const int LargestFile = 8 << 20;

    /// <summary>Those of the log whose arguments it has: only where the host records them.</summary>
    public static IEnumerable<JsonObject> Of(IToolRegistry registry, StoredVersion version) => registry.Log()
        .Where(record => record.Kind == "called" && record.Body.Contains(version.Id, StringComparison.Ordinal))
        .Select(record => JsonReader.Read(new SourceText("body", record.Body)).Root as JsonObject)
        .OfType<JsonObject>()
        .Where(body => (body["fault"] as JsonString)?.Value == "tool" && (body["id"] as JsonString)?.Value == version.Id)
        .Select(Values).OfType<JsonObject>().Select(Unknown).Take(Most);

    /// <summary>Those of a file.</summary>
    /// <exception cref="UsageException">It can't be read, or is no list of objects.</exception>
    public static IReadOnlyList<JsonObject> Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new UsageException($"{path} is larger than {LargestFile >> 20} MiB");
            return JsonReader.Read(path, File.ReadAllBytes(path)) is { Root: JsonArray list, Findings.Count: 0 } && list.Items.All(item => item is JsonObject)
                ? [.. list.Items.Cast<JsonObject>().Select(item => item["input"] is null ? Unknown(item) : item)]
                : throw new UsageException($"{path} is no JSON list of samples or inputs");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}");
        }
    }

    private static JsonObject? Values(JsonObject body) => body["values"] switch
    {
        JsonObject values => values,
        JsonString text => JsonReader.Read(new SourceText("values", text.Value)).Root as JsonObject,
        _ => null,
    };

    private static JsonObject Unknown(JsonObject input) => new([new("input", default, input), new("output", default, new JsonString("?", default))], default);
}
