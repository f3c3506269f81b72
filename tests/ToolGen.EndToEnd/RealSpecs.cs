using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>Ten real specs of this repository, and an app that calls them with their own examples.</summary>
internal static class RealSpecs
{
    /// <summary>Pure tools of every kind that the project generates: what they answer depends on their input alone.</summary>
    public static readonly string[] Ten =
    [
        "binomial_coefficient", "business_days", "loan_schedule", "next_cron_runs", "count_tags",
        "dedupe_contacts", "extract_links", "low_stock", "markdown_outline", "summarize_expenses",
    ];

    public static string Folder => Path.Combine(Repository.Root, "tests", "Specs");

    /// <summary>Copies specs, held-out samples and code beside them, in the project's namespace, into a project.</summary>
    public static Consumer WithSpecs(this Consumer consumer, string project, params IEnumerable<string> names)
    {
        foreach (var name in names)
            foreach (var file in Directory.GetFiles(Folder, name + ".*"))
                consumer.Write($"{project}/tools/{Path.GetFileName(file)}", File.ReadAllText(file).Replace("namespace Tools;", $"namespace {project.Replace('-', '_')}.Tools;", StringComparison.Ordinal));
        return consumer;
    }

    /// <summary>A program that reads calls from the file that it is given, and prints a line an answer: <c>NAME OUTPUT</c>.</summary>
    public static string Program(params string[] catalogs) => $$"""
        using System;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using ToolGen;

        ToolCatalog[] catalogs = [{{string.Join(", ", catalogs)}}];
        using var calls = JsonDocument.Parse(File.ReadAllBytes(args[0]));
        foreach (var call in calls.RootElement.EnumerateArray())
        {
            var tool = catalogs.Select(catalog => catalog.Find(call.GetProperty("tool").GetString()!)).First(found => found is not null)!;
            var result = await tool.CallAsync(call.GetProperty("input"), new SystemToolContext());
            Console.WriteLine(tool.Descriptor.Name + " " + (result.IsError ? result.ErrorText() : Encoding.UTF8.GetString(result.Output.Span)));
        }
        """;

    /// <summary>The first example of each spec that says its whole output: the call, and the answer that it must get.</summary>
    public static IReadOnlyList<(string Tool, JsonNode Input, JsonNode Output)> Calls(params IEnumerable<string> names) => names.Select(name =>
    {
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".tool.json")))!;
        var example = spec["examples"]!.AsArray().First(sample => sample!["output"] is not null && sample["output"]!.ToString() != "?" && sample["compare"] is null && sample["given"] is null)!;
        return (name, Joined(example["input"]!, spec["inputSchema"]!), Joined(example["output"]!, spec["outputSchema"]!));
    }).ToArray();

    public static string CallFile(params IEnumerable<string> names) =>
        new JsonArray(Calls(names).Select(call => (JsonNode)new JsonObject { ["tool"] = call.Tool, ["input"] = call.Input }).ToArray()).ToJsonString();

    /// <summary>Fails unless the printed lines are the answers that the examples state, numbers within the tolerance of samples.</summary>
    public static void AssertAnswers(string printed, params IEnumerable<string> names)
    {
        var answers = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (tool, _, output) in Calls(names))
        {
            var line = answers.SingleOrDefault(answer => answer.StartsWith(tool + " ", StringComparison.Ordinal));
            Microsoft.VisualStudio.TestTools.UnitTesting.Assert.IsNotNull(line, $"no answer of {tool} in:\n{printed}");
            var given = line[(tool.Length + 1)..];
            Microsoft.VisualStudio.TestTools.UnitTesting.Assert.IsTrue(
                given.StartsWith('{') && Equal(JsonNode.Parse(given), output), $"{tool} answered {given}\ninstead of {output.ToJsonString()}");
        }
    }

    // SPEC 1.5: a member whose schema is exactly a string may be written as its lines.
    private static JsonNode Joined(JsonNode value, JsonNode schema)
    {
        var result = value.DeepClone().AsObject();
        foreach (var (name, member) in result.ToArray())
            if (member is JsonArray lines && schema["properties"]?[name]?["type"]?.ToString() == "string")
                result[name] = string.Join('\n', lines.Select(line => line!.ToString()));
        return result;
    }

    private static bool Equal(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(member => b.ContainsKey(member.Key) && Equal(member.Value, b[member.Key])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Equal(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) when a.TryGetValue(out double x) && b.TryGetValue(out double y) => Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), Math.Abs(y)),
        _ => JsonNode.DeepEquals(left, right),
    };
}
