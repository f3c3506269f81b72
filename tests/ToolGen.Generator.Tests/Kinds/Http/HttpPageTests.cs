using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Generator.Tests.Kinds.Http;

/// <summary>What the kind's page teaches is true: each pair of it, put into the page's own example.</summary>
[TestClass]
public sealed class HttpPageTests
{
    private static string Folder => Path.Combine(SharedData.Repository, "src", "ToolGen.Generator", "Kinds", "http");

    [TestMethod]
    public void Right_compiles_and_wrong_does_not()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "http.md"));
        var right = lines.Where(line => line.StartsWith("right: ", StringComparison.Ordinal)).Select(line => line["right: ".Length..]).ToList();
        var wrong = lines.Where(line => line.StartsWith("wrong: ", StringComparison.Ordinal)).Select(line => line["wrong: ".Length..]).ToList();
        Assert.AreEqual((3, 3), (right.Count, wrong.Count));
        foreach (var part in right) Assert.AreEqual("", Fault(part), part);
        foreach (var part in wrong) Assert.AreNotEqual("", Fault(part), part);
    }

    private static string Fault(string part)
    {
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "http.example.tool.json")))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(part)!.AsObject()) spec["implementation"]![name] = value!.DeepClone();
        var reading = SpecReader.Read(new SourceText($"{spec["name"]}.tool.json", spec.ToJsonString()));
        if (reading.Spec is null) return string.Join("\n", reading.Findings);
        var generated = ToolSource.Generate(reading.Spec, new GenerationOptions());
        return generated.IsFallback
            ? string.Join("\n", generated.Findings)
            : string.Join("\n", CompiledTool.Compile(generated).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }
}
