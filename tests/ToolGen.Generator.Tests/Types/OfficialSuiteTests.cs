using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Generator.Emit;
using SourceText = ToolGen.Specification.Json.SourceText;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Types;

/// <summary>The official JSON-Schema-Test-Suite through generated readers: each schema becomes the type of an argument <c>v</c>.</summary>
[TestClass]
public sealed class OfficialSuiteTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Generated_readers_agree_with_every_required_case_that_is_read()
    {
        var failed = await this.RunAsync("", schema => schema["format"] is null, 477);

        // The suite wants contentEncoding to annotate only, here base64 is asserted; a C# tuple has all its elements.
        string[] known = ["content.json", "fewer items is valid"];
        Assert.IsEmpty(failed.Where(one => !known.Any(word => one.Contains(word, StringComparison.Ordinal))).ToArray(), string.Join("\n", failed));
    }

    [TestMethod]
    public async Task Generated_readers_agree_with_the_format_cases()
    {
        string[] known = ["\"xn--", "lookbehind", "backreference"];
        var failed = await this.RunAsync("optional/format", schema => Asserted.Contains(schema["format"]?.GetValue<string>()), 524);
        var others = failed.Where(one => !known.Any(word => one.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
        Assert.IsEmpty(others, string.Join("\n", others));
    }

    private static readonly string?[] Asserted =
        ["date", "time", "date-time", "duration", "uuid", "uri", "uri-reference", "email", "hostname", "ipv4", "ipv6", "regex", "json-pointer"];

    private async Task<IReadOnlyList<string>> RunAsync(string folder, Func<JsonNode, bool> isWanted, int atLeast)
    {
        var root = SharedData.Require(["data", "json-schema-test-suite", "tests", "draft2020-12", .. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)]);
        var cases = new List<(string File, JsonObject Case, ToolUnit Unit)>();
        var refused = 0;
        foreach (var file in Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var one in JsonNode.Parse(File.ReadAllBytes(file))!.AsArray().Select(node => node!.AsObject()))
            {
                if (one["schema"] is JsonObject schema && !isWanted(schema)) continue;
                if (Unit(one["schema"]!, cases.Count) is { } unit) cases.Add((Path.GetFileName(file), one, unit));
                else refused++;
            }
        }

        var compiled = ToolCompiler.Compile(cases.Select(one => one.Unit).ToArray());
        Assert.IsTrue(compiled.Tools.All(tool => tool.IsCompiled), string.Join("\n", compiled.Tools.SelectMany(tool => tool.Findings)));
        using var tools = new LoadedTools(compiled.Image.AsSpan());
        var failed = new List<string>();
        var passed = 0;
        foreach (var (file, one, unit) in cases)
        {
            var tool = tools.Find(unit.TypeName)!;
            foreach (var test in one["tests"]!.AsArray().Select(test => test!.AsObject()))
            {
                var data = test["data"]?.ToJsonString() ?? "null";
                var result = await tool.CallAsync(Encoding.UTF8.GetBytes($"{{\"v\":{data}}}"), new SystemToolContext());
                if (result.IsError == !test["valid"]!.GetValue<bool>()) passed++;
                else failed.Add($"{file} · {one["description"]} · {test["description"]} · {data}: {(result.IsError ? result.Errors[0].Message : "accepted")}");
            }
        }

        this.TestContext.WriteLine($"{passed} passed, {failed.Count} failed, {refused} schemas refused");
        foreach (var line in failed) this.TestContext.WriteLine(line);
        Assert.IsGreaterThanOrEqualTo(atLeast, passed);
        return failed;
    }

    private static ToolUnit? Unit(JsonNode schema, int index)
    {
        var name = "s" + index;
        var value = schema.DeepClone();
        Open(value);
        var spec = new JsonObject
        {
            ["name"] = name,
            ["description"] = "A case of the suite.",
            ["inputSchema"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["v"] = value }, ["required"] = new JsonArray("v") },
            ["outputSchema"] = JsonNode.Parse("""{ "type": "object", "properties": {} }"""),
            ["implementation"] = JsonNode.Parse("""{ "kind": "code", "body": "return new Output();" }"""),
            ["examples"] = JsonNode.Parse("""[ { "input": { "no_such": 1 }, "error": "invalid_input" } ]"""),
        };
        var source = new SourceText($"tools/{name}.tool.json", spec.ToJsonString());
        if (SpecReader.Read(source).Spec is not { } read) return null;
        var generated = ToolSource.Generate(read, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, $"{schema.ToJsonString()}\n{string.Join("\n", generated.Findings)}");
        return new(name, "Tools", generated.ClassName, GeneratedFile.Of([generated.Source]), source);
    }

    /// <summary>What the suite means by a schema: objects are open, and its root stands one step deeper.</summary>
    private static void Open(JsonNode? schema)
    {
        if (schema is not JsonObject keywords) return;
        keywords.Remove("$schema");
        if (keywords["$ref"] is JsonValue reference && reference.GetValue<string>() is ['#', ..] target) keywords["$ref"] = "#/properties/v" + target[1..];
        if (keywords["properties"] is JsonObject && !keywords.ContainsKey("additionalProperties") && !keywords.ContainsKey("$ref")) keywords["additionalProperties"] = true;
        foreach (var word in new[] { "items", "additionalProperties" }) Open(keywords[word]);
        foreach (var word in new[] { "properties", "$defs" })
            foreach (var (_, child) in keywords[word] as JsonObject ?? []) Open(child);
        foreach (var child in keywords["prefixItems"] as JsonArray ?? []) Open(child);
    }
}
