using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using ToolGen.TestSupport.Variants;
using JsonDocument = System.Text.Json.JsonDocument;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>Foreign tools: providers accept the variants of all of them, and every known call is said in each and maps back to itself.</summary>
[TestClass]
public sealed class VariantTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Every_accepted_call_of_the_leaderboard_comes_back()
    {
        _ = SharedData.Require("data", "bfcl");
        var calls = 0;
        foreach (var document in BfclDocument.All())
        {
            var tool = new VariantTool(SpecReader.Read(SpecFixer.Fix(document.Spec).Spec).Spec!);
            if (document.Answer is not null) calls += BfclAnswers.Of(document).Count(call => ComesBack(tool, call.Call.ToJsonString()));
        }

        Assert.IsGreaterThan(1_900, calls);
        this.TestContext.WriteLine($"calls that came back: {calls}");
    }

    [TestMethod]
    public void Every_gold_call_of_the_large_catalog_comes_back()
    {
        var tools = new Dictionary<string, VariantTool>();
        foreach (var line in Lines("tool.jsonl"))
        {
            var reading = SpecReader.Read(new SourceText("tool.tool.json", SealSpec(line)));
            Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
            tools[line.GetProperty("api_name").GetString()!] = new(reading.Spec);
        }

        var calls = 0;
        foreach (var call in Lines("dev.jsonl").Concat(Lines("test_out_domain.jsonl")).SelectMany(line => line.GetProperty("calling").EnumerateArray()))
            if (tools.TryGetValue(call.GetProperty("api").GetString()!, out var tool) && ComesBack(tool, call.GetProperty("parameters").GetRawText())) calls++;

        Assert.IsGreaterThan(4_000, tools.Count);
        Assert.IsGreaterThan(2_500, calls);
        this.TestContext.WriteLine($"tools {tools.Count}, calls that came back: {calls}");
    }

    // A label that breaks its own schema is no call that the tool accepts.
    private static bool ComesBack(VariantTool tool, string call)
    {
        var value = JsonReader.Read("call.json", Encoding.UTF8.GetBytes(call)).Root!;
        if (SchemaInterpreter.Check(tool.Input, value).Count > 0) return false;
        tool.ComesBack(value);
        return true;
    }

    private static string SealSpec(JsonElement line)
    {
        var properties = line.GetProperty("parameters").EnumerateObject().Select(one => $"{JsonWriter.Quote(one.Name)}: {{ \"type\": \"{TypeOf(one.Value.GetProperty("type").GetString()!)}\" }}");
        // Some tools require what they do not describe.
        var required = line.GetProperty("required").EnumerateArray().Select(one => one.GetString()!).Distinct().Where(name => line.GetProperty("parameters").TryGetProperty(name, out _)).Select(JsonWriter.Quote);
        return $$"""
            { "name": "tool", "description": "Of the catalog.",
              "inputSchema": { "type": "object", "properties": { {{string.Join(", ", properties)}} }, "required": [{{string.Join(", ", required)}}] }, "outputSchema": { "type": "object" }, "examples": [] }
            """;
    }

    private static string TypeOf(string word) => word switch { "str" => "string", "int" => "integer", "float" => "number", "bool" => "boolean", _ => "string" };

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(SharedData.Require("data", "seal-tools", file)).Where(line => line.Trim().Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}
