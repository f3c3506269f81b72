using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.Generator.Emit;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Specs;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Benchmarks.Validation;

/// <summary>The functions of BFCL and Seal-Tools for which their authors wrote calls, as tools: mended as <c>toolgen fix</c> does, printed, compiled.</summary>
internal static class FunctionCorpus
{
    /// <param name="data">The folder <c>shared/data</c>.</param>
    /// <param name="sealTools">Of the tools of Seal-Tools, how many; spread evenly over those with calls.</param>
    public static IReadOnlyList<JudgedTool> Load(string data, int sealTools)
    {
        var functions = Bfcl(Path.Combine(data, "bfcl")).Concat(Spread(Seal(Path.Combine(data, "seal-tools")).ToArray(), sealTools)).ToArray();
        var printed = functions.Select((function, index) => Print(function, $"f{index}")).ToArray();
        var compiled = ToolCompiler.Compile(printed.Select(one => one.Unit).ToArray());
        if (compiled.Tools.FirstOrDefault(tool => !tool.IsCompiled) is { } failed) throw new InvalidOperationException(string.Join("\n", failed.Findings));
        // Kept as long as its tools are.
        var tools = new LoadedTools(compiled.Image.AsSpan());
        return functions.Zip(printed, (function, one) => new JudgedTool(one.Spec.Name, function.Set, one.Spec.Input, tools.Find(one.Unit.TypeName)!, function.Golden)).ToArray();
    }

    /// <summary>The same functions as texts of specs.</summary>
    public static IEnumerable<SourceText> Specs(string data, int sealTools) =>
        Bfcl(Path.Combine(data, "bfcl")).Concat(Spread(Seal(Path.Combine(data, "seal-tools")).ToArray(), sealTools)).Select((function, index) => Spec(function, $"f{index}"));

    private static SourceText Spec(Function function, string name)
    {
        var text = new JsonObject
        {
            ["name"] = name,
            ["description"] = "A function of a data set.",
            ["inputSchema"] = function.Parameters,
            ["outputSchema"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false },
            ["implementation"] = new JsonObject { ["kind"] = "code", ["body"] = "return new Output();" },
            ["examples"] = new JsonArray(new JsonObject { ["input"] = new JsonObject { ["no_such"] = 1 }, ["error"] = "invalid_input" }),
        };
        return SpecFixer.Fix(new SourceText($"tools/{name}.tool.json", text.ToJsonString())).Spec;
    }

    private static (ToolSpec Spec, ToolUnit Unit) Print(Function function, string name)
    {
        var source = Spec(function, name);
        var reading = SpecReader.Read(source);
        if (reading.Spec is not { } spec) throw new InvalidOperationException(string.Join("\n", reading.Findings));
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        if (generated.IsFallback) throw new InvalidOperationException(string.Join("\n", generated.Findings));
        return (spec, new(name, "Tools", generated.ClassName, GeneratedFile.Of([generated.Source]), source) { Nominals = generated.Nominals });
    }

    // In an answer a list holds the accepted values of an argument, "" in it means that it may be left out.
    private static IEnumerable<Function> Bfcl(string folder)
    {
        foreach (var (question, answer) in BfclAnswers(folder))
        {
            var function = question["function"]![0]!;
            var accepted = Accepted(answer);
            yield return new("BFCL", function["parameters"]!.DeepClone().AsObject(), [Chosen(accepted, 0), Chosen(accepted, 1)]);
        }
    }

    /// <summary>Each question with a function, and a call of it that is accepted.</summary>
    public static IEnumerable<(JsonObject Question, JsonObject Golden)> BfclCalls(string folder) => BfclAnswers(folder).Select(pair => (pair.Question, Chosen(Accepted(pair.Answer), 0)));

    /// <summary>Each tool that is called, and its first call.</summary>
    public static IEnumerable<(JsonObject Tool, JsonObject Golden)> SealCalls(string folder)
    {
        var calls = SealGolden(folder);
        return SealTools(folder, calls).Select(tool => (tool, calls[tool["api_name"]!.GetValue<string>()].First()));
    }

    private static IEnumerable<(JsonObject Question, JsonObject Answer)> BfclAnswers(string folder) =>
        Lines(Path.Combine(folder, "BFCL_v4_simple_python.json")).Zip(Lines(Path.Combine(folder, "possible_answer", "BFCL_v4_simple_python.json")));

    private static JsonObject Accepted(JsonObject answer) => answer["ground_truth"]![0]!.AsObject().First().Value!.AsObject();

    private static JsonObject Chosen(JsonObject accepted, int choice)
    {
        var call = new JsonObject();
        foreach (var (name, values) in accepted)
        {
            if (values is not JsonArray list) call[name] = values?.DeepClone();
            else if (list.Count > 0 && list[Math.Min(choice, list.Count - 1)] is { } value && value.ToJsonString() != "\"\"") call[name] = Plain(value);
        }

        return call;
    }

    private static JsonNode? Plain(JsonNode? value) => value switch
    {
        JsonObject inner => Chosen(inner, 0),
        JsonArray items => new JsonArray(items.Select(Plain).ToArray()),
        _ => value?.DeepClone(),
    };

    private static IEnumerable<Function> Seal(string folder)
    {
        var calls = SealGolden(folder);
        foreach (var tool in SealTools(folder, calls))
        {
            var properties = tool["parameters"]!.AsObject().Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)new JsonObject { ["type"] = parameter.Value!["type"]!.DeepClone() }));
            var parameters = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(properties), ["required"] = tool["required"]?.DeepClone() ?? new JsonArray() };
            yield return new("Seal-Tools", parameters, calls[tool["api_name"]!.GetValue<string>()].ToArray());
        }
    }

    private static ILookup<string, JsonObject> SealGolden(string folder) =>
        new[] { "dev.jsonl", "test_out_domain.jsonl" }.SelectMany(file => Lines(Path.Combine(folder, file)))
            .SelectMany(question => question["calling"]!.AsArray()).ToLookup(call => call!["api"]!.GetValue<string>(), call => call!["parameters"]!.AsObject());

    private static IEnumerable<JsonObject> SealTools(string folder, ILookup<string, JsonObject> calls) =>
        Lines(Path.Combine(folder, "tool.jsonl")).Where(tool => calls.Contains(tool["api_name"]!.GetValue<string>()));

    private static Function[] Spread(Function[] all, int count) => [.. Enumerable.Range(0, Math.Min(count, all.Length)).Select(index => all[(int)((long)index * all.Length / Math.Min(count, all.Length))])];

    private static List<JsonObject> Lines(string path) =>
        [.. File.ReadLines(path).Where(line => line.Trim().Length > 0).Select(line => JsonNode.Parse(line)!.AsObject())];

    private sealed record Function(string Set, JsonObject Parameters, IReadOnlyList<JsonObject> Golden);
}
