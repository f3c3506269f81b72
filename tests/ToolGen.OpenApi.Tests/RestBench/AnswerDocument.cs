using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.OpenApi.Tests.RestBench;

/// <summary>A second reading of two documents, by the test alone: their GET operations, and an answer of each.</summary>
internal sealed class AnswerDocument
{
    // Examples of real services have hundreds of elements.
    private const int MostElements = 3;
    private const int DeepestAnswer = 3;

    private readonly JsonObject root;

    public AnswerDocument(string path)
    {
        this.root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        this.Server = this.root["servers"]![0]!["url"]!.GetValue<string>();
    }

    /// <summary>Such as <c>https://api.example/v1</c>.</summary>
    public string Server { get; }

    public IEnumerable<Operation> Gets()
    {
        foreach (var (path, item) in this.root["paths"]!.AsObject())
        {
            if (item!["get"] is not { } get) continue;
            var parameters = new[] { item["parameters"], get["parameters"] }.SelectMany(list => list?.AsArray() ?? []).Select(this.Resolve).Select(Parameter).ToList();
            yield return new(path, parameters, this.Answer(get["responses"]!.AsObject().First(response => response.Key[0] == '2').Value));
        }
    }

    private static OperationParameter Parameter(JsonNode node) => new(
        node["name"]!.GetValue<string>(),
        node["in"]!.GetValue<string>(),
        node["schema"]?["type"]?.GetValue<string>() ?? "string",
        // A text in one of the documents, so that a test for truth would make every parameter required.
        node["required"]?.ToString() is "true" or "True",
        node["explode"]?.ToString() is not ("false" or "False"));

    private JsonNode Answer(JsonNode? response)
    {
        var content = this.Resolve(response)["content"]?["application/json"];
        if (content?["examples"]?.AsObject().FirstOrDefault().Value is { } example && this.Resolve(example)["value"] is { } value && value is JsonObject or JsonArray) return Shortened(value)!;
        return this.Made(content?["schema"], 0) ?? new JsonObject();
    }

    private static JsonNode? Shortened(JsonNode? value) => value switch
    {
        JsonArray array => new JsonArray([.. array.Take(MostElements).Select(Shortened)]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Shortened(member.Value)))),
        _ => value?.DeepClone(),
    };

    // An answer that a schema allows.
    private JsonNode? Made(JsonNode? node, int depth)
    {
        if (node is null || depth > DeepestAnswer) return null;
        var schema = this.Resolve(node).AsObject();
        if (schema["allOf"] is JsonArray parts)
        {
            var whole = new JsonObject();
            foreach (var part in parts.Select(part => this.Made(part, depth)).OfType<JsonObject>())
                foreach (var (name, value) in part) whole[name] = value?.DeepClone();
            return whole;
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray { Count: > 0 } choices) return this.Made(choices[0], depth);
        if (schema["properties"] is JsonObject properties)
        {
            var made = new JsonObject();
            foreach (var (name, property) in properties)
                if (this.Made(property, depth + 1) is { } value) made[name] = value;
            return made;
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "array" => new JsonArray([.. new[] { this.Made(schema["items"], depth + 1) }.Where(item => item is not null)]),
            "integer" => 7,
            "number" => 7.25,
            "boolean" => true,
            "string" => "text \"quoted\" é",
            _ => new JsonObject(),
        };
    }

    private JsonNode Resolve(JsonNode? node)
    {
        while (node is JsonObject reference && reference["$ref"] is { } target)
            node = target.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode?)this.root, (at, name) => at![name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]);
        return node!;
    }
}

/// <summary>One GET operation.</summary>
/// <param name="Path">With <c>{name}</c> for path parameters.</param>
/// <param name="Parameters">In written order.</param>
/// <param name="Answer">What the server of the tests answers.</param>
internal sealed record Operation(string Path, IReadOnlyList<OperationParameter> Parameters, JsonNode Answer);

/// <summary>A parameter.</summary>
/// <param name="Name">As the server knows it.</param>
/// <param name="In"><c>path</c> or <c>query</c>.</param>
/// <param name="Type">Of JSON Schema.</param>
/// <param name="IsRequired">Whether a call must have it.</param>
/// <param name="Explodes">Whether a list repeats the name; else its elements stand between commas.</param>
internal sealed record OperationParameter(string Name, string In, string Type, bool IsRequired, bool Explodes)
{
    /// <summary>The name of the tool's input: without signs that mean something in a hole.</summary>
    public string Input => string.Concat(this.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
