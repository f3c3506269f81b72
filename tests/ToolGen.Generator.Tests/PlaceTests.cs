using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests;

/// <summary>What the compiler or the runtime says about C# of a spec stands at its line in the spec.</summary>
[TestClass]
public sealed class PlaceTests
{
    private const string Head = """
        { "name": "sample", "description": "A sample.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "v": { "type": "integer" } }, "required": ["v"] },
          "examples": [ { "input": {}, "error": "invalid_input /n" } ],
          "implementation": { "kind": "code", "body":
        """;

    /// <summary>Lines are exact. A line that begins inside a token or comment has no directive of its own: its column lacks the JSON quote.</summary>
    [TestMethod]
    [DataRow("[\n\"var x = 1;\",\n\"return new Output(nope);\" ] } }", 7, 20, "CS0103")]
    [DataRow("[\n\"var text = \\\"a\\\\nb\\\";\",\n\"return new Output(text);\" ] } }", 7, 20, "CS1503")]
    [DataRow("\n\"return new Output(nope);\" } }", 6, 20, "CS0103")]
    [DataRow("[\n\"var t = $@\\\"a\",\n\"  {nope}\\\";\",\n\"return new Output(t.Length);\" ] } }", 7, 4, "CS0103")]
    [DataRow("[\n\"/* one\",\n\"   two */ return new Output(nope);\" ] } }", 7, 29, "CS0103")]
    [DataRow("[\n\"int f(int a)\",\n\"{\",\n\"    return a + nope;\",\n\"}\",\n\"return new Output(f(1));\" ] } }", 8, 17, "CS0103")]
    public void Compile_error_stands_in_the_spec(string body, int line, int column, string id)
    {
        var project = Project.Of([("/src/tools/sample.tool.json", Head + body)]);
        Assert.IsEmpty(project.Diagnostics, string.Join("\n", project.Diagnostics));
        var error = project.Output.GetDiagnostics().First(d => d.Severity == DiagnosticSeverity.Error);
        var place = error.Location.GetMappedLineSpan();
        Assert.AreEqual(id, error.Id, error.ToString());
        Assert.AreEqual("/src/tools/sample.tool.json", place.Path);
        Assert.AreEqual(line, place.StartLinePosition.Line + 1);
        Assert.AreEqual(column, place.StartLinePosition.Character + 1);
    }

    [TestMethod]
    public void Body_that_returns_nothing_is_reported_at_the_body()
    {
        var project = Project.Of([("/src/tools/sample.tool.json", Head + "[\n\"var x = 1;\" ] } }")]);
        var error = project.Output.GetDiagnostics().Single(d => d.Severity == DiagnosticSeverity.Error);
        Assert.AreEqual("CS0161", error.Id);
        Assert.AreEqual("/src/tools/sample.tool.json", error.Location.GetMappedLineSpan().Path);
        Assert.AreEqual(5, error.Location.GetMappedLineSpan().StartLinePosition.Line + 1);
    }

    [TestMethod]
    public void Declared_tool_without_code_is_reported_at_its_name()
    {
        var project = Project.Of([("/src/tools/sample.tool.json", Head.Replace("\"implementation\": { \"kind\": \"code\", \"body\":", "\"version\": \"1.0.0\" }", StringComparison.Ordinal))]);
        var error = project.Output.GetDiagnostics().Single(d => d.Severity == DiagnosticSeverity.Error);
        Assert.AreEqual("CS8795", error.Id);
        Assert.AreEqual((1, 11), (error.Location.GetMappedLineSpan().StartLinePosition.Line + 1, error.Location.GetMappedLineSpan().StartLinePosition.Character + 1));
    }

    [TestMethod]
    public async Task Run_time_exception_names_the_line_of_the_spec()
    {
        var tool = CompiledTool.Load(Head + "[\n\"var list = new List<int>();\",\n\"await Task.Yield();\",\n\"return new Output(list[(int)input.N]);\" ] } }");
        var log = new List<string>();
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes("""{"n":3}"""), new SystemToolContext(log.Add));
        Assert.AreEqual("internal", result.Errors[0].Code);
        StringAssert.EndsWith(result.Errors[0].Message, "at sample.tool.json:8", StringComparison.Ordinal);
        StringAssert.Contains(log.Single(), "sample.tool.json:line 8", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Arithmetic_is_checked()
    {
        var tool = CompiledTool.Load(Head + "\n\"return new Output(input.N * 2);\" } }");
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes("""{"n":9223372036854775807}"""), new SystemToolContext());
        StringAssert.Contains(result.Errors[0].Message, "OverflowException at sample.tool.json:6", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Paths_are_mapped_as_the_project_says()
    {
        var project = Project.Of(
            [("/src/tools/sample.tool.json", Head + "\n\"return new Output(1);\" } }")],
            new Dictionary<string, string> { ["build_property.RootNamespace"] = "App", ["build_property.ToolGenPathMap"] = "/other/=/_1/,/src/=/_/" });
        var source = project.Result.GeneratedSources.Single(s => s.HintName == "Sample.g.cs").SourceText.ToString();
        StringAssert.Contains(source, "\"/_/tools/sample.tool.json\"", StringComparison.Ordinal);
        Assert.IsFalse(source.Contains("/src/", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Canonical_source_shows_the_file_name_alone()
    {
        var generated = ToolSource.Generate(TestSpec.Read(Head + "\n\"return new Output(1);\" } }"), new GenerationOptions());
        StringAssert.Contains(generated.Source, "\"sample.tool.json\"", StringComparison.Ordinal);
        Assert.IsFalse(generated.Source.Contains("tools/", StringComparison.Ordinal));
    }
}
