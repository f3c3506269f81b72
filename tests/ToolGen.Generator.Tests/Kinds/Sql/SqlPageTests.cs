using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Specs;
using ToolGen.Testing;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Generator.Tests.Kinds.Sql;

/// <summary>What the kind's page teaches is true: each pair of it, put into the page's own example, which passes its sample.</summary>
[TestClass]
public sealed class SqlPageTests
{
    private static string Folder => Path.Combine(SharedData.Repository, "src", "ToolGen.Generator", "Kinds", "sql");

    private static string Example => File.ReadAllText(Path.Combine(Folder, "sql.example.tool.json"));

    [TestMethod]
    public async Task Example_passes_its_sample()
    {
        var spec = TestSpec.Read(Example);
        var result = await SampleRunner.RunAsync(CompiledTool.Load(spec), spec, spec.Examples[0], null);
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome, result.Describe());
    }

    [TestMethod]
    public void Right_compiles_and_wrong_does_not()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "sql.md"));
        var right = lines.Where(line => line.StartsWith("right: ", StringComparison.Ordinal)).Select(line => line["right: ".Length..]).ToList();
        var wrong = lines.Where(line => line.StartsWith("wrong: ", StringComparison.Ordinal)).Select(line => line["wrong: ".Length..]).ToList();
        Assert.AreEqual((3, 3), (right.Count, wrong.Count));
        foreach (var part in right) Assert.AreEqual("", Fault(part), part);
        foreach (var part in wrong) Assert.AreNotEqual("", Fault(part), part);
    }

    private static string Fault(string part)
    {
        var spec = JsonNode.Parse(Example)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(part)!.AsObject()) spec["implementation"]![name] = value!.DeepClone();
        var reading = SpecReader.Read(new SourceText($"{spec["name"]}.tool.json", spec.ToJsonString()));
        if (reading.Spec is null) return string.Join("\n", reading.Findings);
        var generated = ToolSource.Generate(reading.Spec, new GenerationOptions());
        return generated.IsFallback
            ? string.Join("\n", generated.Findings)
            : string.Join("\n", CompiledTool.Compile(generated).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }
}
