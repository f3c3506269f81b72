using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ToolGen.OpenApi;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Benchmarks.Tokens;

/// <summary>Operations of OpenAPI documents: the tool that import makes, and the operation as a model would have to be given it.</summary>
internal static class RawOperations
{
    /// <summary>A text that is longer is of no use as a prompt; the two documents have schemas that contain each other.</summary>
    private const int MaxNodes = 200_000;

    public static IEnumerable<Described> RestBench(string data) =>
        Directory.GetFiles(Path.Combine(data, "restgpt", "specs"), "*.json").Order(StringComparer.Ordinal).SelectMany(file => Of(File.ReadAllText(file), _ => true));

    public static IEnumerable<Described> ToolAlpaca(string data) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(data, "toolalpaca", "eval_real.json")))!.AsArray()
            .SelectMany(entry => Of(entry!["Documentation"]!.GetValue<string>(), name => entry["Function_Projection"]![name] is not null));

    private static IEnumerable<Described> Of(string text, Func<string, bool> isWanted)
    {
        var document = JsonNode.Parse(text)!;
        foreach (var tool in new OpenApiImporter().Import(new SourceText("document.json", text)).Tools.Where(tool => isWanted(tool.Name)))
        {
            var item = document["paths"]![tool.Path]!.AsObject();
            var operation = item[tool.Method.ToLowerInvariant()]!;
            yield return new(tool.Name, Raw(document, tool, item, operation, responses: true), tool.Text, Raw(document, tool, item, operation, responses: false));
        }
    }

    private static string Raw(JsonNode document, ImportedTool tool, JsonObject item, JsonNode operation, bool responses)
    {
        var left = MaxNodes;
        var whole = new JsonObject { ["path"] = tool.Path, ["method"] = tool.Method.ToLowerInvariant() };
        if (item["parameters"] is { } shared) whole["pathParameters"] = Resolved(shared, document, [], ref left);
        foreach (var (name, value) in operation.AsObject())
            if (responses || name != "responses") whole[name] = Resolved(value, document, [], ref left);
        return whole.ToJsonString();
    }

    private static JsonNode? Resolved(JsonNode? node, JsonNode document, HashSet<string> open, ref int left)
    {
        if (left-- <= 0) return null;
        switch (node)
        {
            case JsonObject { } value when value["$ref"] is JsonValue text && text.TryGetValue<string>(out var reference) && reference.StartsWith("#/", StringComparison.Ordinal):
                if (!open.Add(reference) || Find(document, reference) is not { } meant) return value.DeepClone();
                var resolved = Resolved(meant, document, open, ref left);
                open.Remove(reference);
                return resolved;
            case JsonObject value:
                var members = new JsonObject();
                foreach (var (name, member) in value) members[name] = Resolved(member, document, open, ref left);
                return members;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items) list.Add(Resolved(item, document, open, ref left));
                return list;
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Find(JsonNode document, string reference)
    {
        JsonNode? at = document;
        foreach (var part in reference[2..].Split('/').Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            at = at switch { JsonObject value => value[part], JsonArray items when int.TryParse(part, out var index) && index < items.Count => items[index], _ => null };
        return at;
    }
}
