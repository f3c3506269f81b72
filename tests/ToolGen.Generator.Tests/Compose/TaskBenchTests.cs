using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>TaskBench's tools, whose types are texts that only their names tell apart: what meets composes and compiles, all else is refused.</summary>
[TestClass]
public sealed class TaskBenchTests
{
    [TestMethod]
    [DataRow("huggingface", 506, 225)]
    [DataRow("multimedia", 1560, 449)]
    public void Pairs_whose_types_meet_compose_and_no_others(string set, int all, int meeting) => Check(set, all, meeting, compiledEach: 20);

    [TestMethod]
    [TestCategory("full")]
    [DataRow("huggingface", 506, 225)]
    [DataRow("multimedia", 1560, 449)]
    public void Every_pair_whose_types_meet_compiles(string set, int all, int meeting) => Check(set, all, meeting, compiledEach: 1);

    private static void Check(string set, int all, int meeting, int compiledEach)
    {
        var tools = Read(SharedData.Require("data", "taskbench", set, "tool_desc.json"));
        var links = Links(SharedData.Require("data", "taskbench", set, "graph_desc.json"));
        var options = GenerationOptions.Among(tools.Select(tool => TestSpec.Read(tool.Spec)).ToArray());
        var (pairs, composed, refused) = (0, new List<GeneratedTool>(), 0);
        foreach (var from in tools)
        {
            foreach (var to in tools.Where(other => other.Name != from.Name))
            {
                pairs++;
                var ways = Enumerable.Range(0, Math.Max(1, from.Output.Length)).SelectMany(o => Enumerable.Range(0, to.Input.Length).Select(i => Compose(from, o, to, i, options, $"pair_{pairs}"))).ToArray();
                var good = ways.Where(way => !way.IsFallback).ToArray();
                Assert.AreEqual(links.Contains((from.Name, to.Name)), good.Length > 0, $"{from.Name} → {to.Name}");
                if (good.Length > 0) composed.Add(good[0]);
                else refused++;
                foreach (var bad in ways.Except(good))
                    Assert.IsTrue(bad.Findings.All(finding => finding.Id == (from.Output.Length == 0 ? FindingCatalog.HoleUnknown.Id : FindingCatalog.StepInputType.Id)), string.Join("\n", bad.Findings));
            }
        }

        Assert.AreEqual((all, meeting, all - meeting), (pairs, composed.Count, refused));
        AssertCompiles(composed.Where((_, i) => i % compiledEach == 0).ToList());
    }

    private static void AssertCompiles(List<GeneratedTool> tools)
    {
        var texts = tools.Select(tool => GeneratedFile.Of([tool.Source])).Append(GeneratedFile.Of([NominalFile.Of(tools.SelectMany(tool => tool.Nominals), "Tools")!]));
        var compilation = CSharpCompilation.Create(
            "pairs",
            texts.Select(text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14))),
            [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(Tool).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(3).ToArray();
        Assert.IsEmpty(errors, string.Join("\n", errors.Select(error => error.ToString())));
    }

    private static GeneratedTool Compose(BenchTool from, int output, BenchTool to, int input, GenerationOptions options, string name)
    {
        var steps = $$"""
            "a": {"tool": "{{from.Name}}", "input": { {{Inputs(from, -1, "")}} } },
            "b": {"tool": "{{to.Name}}", "input": { {{Inputs(to, input, "{a.o" + output + "}")}} } }
            """;
        var text = $$$"""
            {"name": "{{{name}}}", "description": "A pair.", "inputSchema": {"type": "object", "properties": {}}, "outputSchema": {"type": "object", "properties": {"done": {"type": "boolean"}}, "required": ["done"]},
            "implementation": {"kind": "compose", "steps": { {{{steps}}} }, "result": {"done": "b != null"}},
            "examples": [{"input": {"x": 1}, "error": "invalid_input /x"}]}
            """;
        return ToolSource.Generate(SpecReader.Read(new SourceText(name + ".tool.json", text)).Spec!, options);
    }

    private static string Inputs(BenchTool tool, int hole, string value) => string.Join(", ", tool.Input.Select((_, i) => $"\"i{i}\": \"{(i == hole ? value : "given")}\""));

    private static List<BenchTool> Read(string path)
    {
        using var json = JsonDocument(path);
        return json.RootElement.GetProperty("nodes").EnumerateArray().Select(node => new BenchTool(
            NameOf(node.GetProperty("id").GetString()!), Types(node, "input-type"), Types(node, "output-type"))).ToList();
    }

    private static HashSet<(string From, string To)> Links(string path)
    {
        using var json = JsonDocument(path);
        return json.RootElement.GetProperty("links").EnumerateArray().Select(link => (NameOf(link.GetProperty("source").GetString()!), NameOf(link.GetProperty("target").GetString()!))).ToHashSet();
    }

    private static System.Text.Json.JsonDocument JsonDocument(string path) => System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(path));

    private static string[] Types(JsonElement node, string name) => node.GetProperty(name).EnumerateArray().Select(type => type.GetString()!).ToArray();

    private static string NameOf(string id) => string.Concat(id.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '_');

    private sealed record BenchTool(string Name, string[] Input, string[] Output)
    {
        public string Spec => $$"""
            {"name": "{{this.Name}}", "description": "A tool.", "inputSchema": {{Schema(this.Input, "i")}}, "outputSchema": {{Schema(this.Output, "o")}},
            "examples": [{"input": {"x": 1}, "error": "invalid_input /x"}]}
            """;

        private static string Schema(string[] types, string name)
        {
            var properties = types.Select((type, i) => $"\"{name}{i}\": {{\"type\": \"string\", \"x-type\": \"{type}\"}}");
            return $"{{\"type\": \"object\", \"properties\": {{{string.Join(", ", properties)}}}, \"required\": [{string.Join(", ", types.Select((_, i) => $"\"{name}{i}\""))}]}}";
        }
    }
}
