using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>A question and the tools that answer it. Questions that are the same text are one; its part is the first byte of SHA-256 of the text.</summary>
internal sealed record Question(string Text, IReadOnlySet<string> Tools)
{
    public byte[] Hash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    public byte Part => this.Hash[0];
}

/// <summary>Tools, and questions about them.</summary>
internal sealed record Catalogue(string Name, IReadOnlyList<ToolDocument> Tools, IReadOnlyList<Question> Questions)
{
    public Catalogue Only(string name, Func<Question, bool> isWanted) => new(name, this.Tools, [.. this.Questions.Where(isWanted)]);
}

/// <summary>The data sets, as their authors published them.</summary>
internal static class RetrievalData
{
    /// <summary>199 tools of one line each; 20,000 questions.</summary>
    public static Catalogue MetaTool(string data)
    {
        var tools = JsonNode.Parse(File.ReadAllText(Path.Combine(data, "metatool", "plugin_des.json")))!.AsObject()
            .Select(tool => new ToolDocument { Id = tool.Key, Name = tool.Key, Description = tool.Value!.GetValue<string>() }).ToArray();
        using var csv = CsvReader.FromFile(Path.Combine(data, "metatool", "all_clean_data.csv"));
        var rows = new List<(string, string)>();
        while (csv.Read()) rows.Add((csv.GetString("Query"), csv.GetString("Tool")));
        return new("MetaTool", tools, Questions(rows));
    }

    /// <summary>4,076 tools with parameters; questions that need several.</summary>
    public static Catalogue SealTools(string data, string part)
    {
        var tools = Lines(data, "seal-tools", "tool.jsonl").Select(tool => new ToolDocument
        {
            Id = Text(tool["api_name"]),
            Name = Text(tool["api_name"]),
            Description = Text(tool["api_description"]),
            Parameters = Parameters(tool["parameters"]),
        }).ToArray();
        return new("Seal-Tools " + part, tools, Questions(Lines(data, "seal-tools", part + ".jsonl")
            .SelectMany(line => line["calling"]!.AsArray().Select(call => (Text(line["query"]), Text(call!["api"]))))));
    }

    /// <summary>370 functions, a question each.</summary>
    public static Catalogue Bfcl(string data)
    {
        var lines = Lines(data, "bfcl", "BFCL_v4_simple_python.json").ToArray();
        var tools = lines.Select(line => line["function"]![0]!).DistinctBy(function => Text(function["name"])).Select(function => new ToolDocument
        {
            Id = Text(function["name"]),
            Name = Text(function["name"]),
            Description = Text(function["description"]),
            Parameters = Parameters(function["parameters"]!["properties"]),
        }).ToArray();
        return new("BFCL", tools, Questions(lines.Select(line => (Text(line["question"]![0]![0]!["content"]), Text(line["function"]![0]!["name"])))));
    }

    /// <summary>The 94 operations of two large OpenAPI documents; questions that need several.</summary>
    public static Catalogue RestBench(string data)
    {
        var tools = new List<ToolDocument>();
        var rows = new List<(string, string)>();
        foreach (var name in new[] { "tmdb", "spotify" })
        {
            var paths = JsonNode.Parse(File.ReadAllText(Path.Combine(data, "restgpt", "specs", name + "_oas.json")))!["paths"]!.AsObject();
            tools.AddRange(from path in paths
                           from operation in path.Value!.AsObject()
                           where operation.Key is "get" or "put" or "post" or "delete"
                           select Operation(operation.Key, path.Key, operation.Value!));
            foreach (var question in JsonNode.Parse(File.ReadAllText(Path.Combine(data, "restgpt", "datasets", name + ".json")))!.AsArray())
                rows.AddRange(question!["solution"]!.AsArray().Select(step => (Text(question["query"]), Text(step).Trim())));
        }

        return new("RestBench", tools, Questions(rows.Where(row => tools.Exists(tool => tool.Id == row.Item2))));
    }

    /// <summary>40 functions of eleven services; instructions.</summary>
    public static Catalogue ToolAlpaca(string data)
    {
        var tools = new List<ToolDocument>();
        var rows = new List<(string, string)>();
        foreach (var service in JsonNode.Parse(File.ReadAllText(Path.Combine(data, "toolalpaca", "eval_real.json")))!.AsArray())
        {
            tools.AddRange(service!["Function_Description"]!.AsObject().Where(function => service["Function_Projection"]![function.Key] is not null)
                .Select(function => new ToolDocument { Id = function.Key, Name = function.Key, Description = Text(function.Value) }));
            var (instructions, answers) = (service["Instructions"]!.AsArray(), service["Golden_Answers"]!.AsArray());
            for (var i = 0; i < instructions.Count; i++)
                rows.AddRange(answers[i]!.AsArray().Select(call => (Text(instructions[i]), Text(call!["Action"]))));
        }

        return new("ToolAlpaca", tools, Questions(rows.Where(row => tools.Exists(tool => tool.Id == row.Item2))));
    }

    private static ToolDocument Operation(string method, string path, JsonNode operation) => new()
    {
        Id = method.ToUpperInvariant() + " " + path,
        Name = operation["operationId"] is { } id ? Text(id) : method + path,
        Title = operation["summary"] is { } summary ? Text(summary) : null,
        Description = operation["description"] is { } description ? Text(description) : "",
        Parameters = [.. (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["name"] is not null)
            .Select(parameter => new ToolParameterText(Text(parameter!["name"]), parameter["description"] is { } text ? Text(text) : null))],
    };

    private static IReadOnlyList<Question> Questions(IEnumerable<(string Text, string Tool)> rows) =>
        [.. rows.GroupBy(row => row.Text, row => row.Tool, StringComparer.Ordinal).Select(group => new Question(group.Key, group.ToHashSet(StringComparer.Ordinal)))];

    private static IReadOnlyList<ToolParameterText> Parameters(JsonNode? properties) =>
        [.. (properties?.AsObject() ?? []).Select(property => new ToolParameterText(property.Key, property.Value?["description"] is { } text ? Text(text) : null))];

    private static IEnumerable<JsonNode> Lines(params string[] path) =>
        File.ReadLines(Path.Combine(path)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
