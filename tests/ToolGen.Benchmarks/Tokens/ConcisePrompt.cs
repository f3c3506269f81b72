using System;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Forge.Specs;
using ToolGen.Prompts;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using Node = System.Text.Json.Nodes.JsonNode;

namespace ToolGen.Benchmarks.Tokens;

/// <summary>A tool in few words, looked at from outside: what stands in the text, not what was meant to.</summary>
internal sealed partial record ConcisePrompt(string Text, int Tokens, int Estimate, bool KeepsRequired, bool HasExample, bool IsExampleValid, int LeftOut)
{
    public static ConcisePrompt Of(Described described, Func<string, int> count)
    {
        var spec = Read(described);
        var text = spec.ToPrompt(count: count);
        var lines = text.Split('\n');
        var example = lines.FirstOrDefault(line => line.StartsWith("example: ", StringComparison.Ordinal))?[9..];
        var isValid = example is not null && JsonReader.Read(new SourceText("example", example)).Root is { } value && SchemaInterpreter.Check(spec.Input, value).Count == 0;
        var left = lines.Select(line => LeftOutLine().Match(line)).FirstOrDefault(match => match.Success);
        return new(
            text, count(text), ToolPrompts.Estimate(text),
            spec.Input.Root.Required.All(name => Array.Exists(lines, line => line.StartsWith(SchemaWords.Name(name) + ": ", StringComparison.Ordinal))),
            example is not null, isValid, left is null ? 0 : int.Parse(left.Groups[1].Value));
    }

    /// <summary>The spec, mended as <c>toolgen fix</c> does; without the data set's call where that call does not fit its own schema.</summary>
    private static ToolSpec Read(Described described)
    {
        var text = Node.Parse(described.Spec)!;
        var path = $"tools/{text["name"]!.GetValue<string>()}.tool.json";
        if (SpecReader.Read(SpecFixer.Fix(new SourceText(path, described.Spec)).Spec).Spec is { } spec) return spec;
        text["examples"] = Node.Parse("""[{"input":{"no_such":1},"error":"invalid_input"}]""");
        var reading = SpecReader.Read(SpecFixer.Fix(new SourceText(path, text.ToJsonString())).Spec);
        return reading.Spec ?? throw new InvalidOperationException($"{described.Name}: {string.Join("\n", reading.Findings)}");
    }

    [GeneratedRegex(@"^\((\d+) (more )?optional parameters? left out\)$")]
    private static partial Regex LeftOutLine();
}
