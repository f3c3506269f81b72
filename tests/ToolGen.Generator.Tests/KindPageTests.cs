using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Testing;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests;

/// <summary>The example that stands beside each kind is a tool. (The pairs of right and wrong of its page are tried with the guide that prints them.)</summary>
[TestClass]
public sealed class KindPageTests
{
    [TestMethod]
    [DataRow("code")]
    [DataRow("transform")]
    [DataRow("http")]
    [DataRow("file")]
    [DataRow("sql")]
    public async Task Example_passes_its_sample(string kind)
    {
        var spec = TestSpec.Read(Example(kind));
        var result = await SampleRunner.RunAsync(CompiledTool.Load(spec), spec, spec.Examples[0], null);
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome, result.Describe());
    }

    [TestMethod]
    public async Task Declared_tool_without_its_project_is_unavailable() =>
        Assert.AreEqual("unavailable", await CompiledTool.Load(Example("declared")).Answer("""{"city":"Oslo"}"""));

    private static string Example(string kind) =>
        File.ReadAllText(Path.Combine(SharedData.Repository, "src", "ToolGen.Generator", "Kinds", kind, kind + ".example.tool.json"));
}
