using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests;

[TestClass]
public sealed class KindPageTests
{
    [TestMethod]
    [DataRow("code")]
    [DataRow("declared")]
    [DataRow("http")]
    public void Example_of_a_kind_compiles(string kind) => Assert.IsNotNull(CompiledTool.Load(Resource(kind + ".example.tool.json")));

    [TestMethod]
    public async Task Example_of_code_answers_as_it_says() =>
        Assert.AreEqual("""{"length":3,"word":"not"}""", await CompiledTool.Load(Resource("code.example.tool.json")).Answer("""{"text":"To be, or not"}"""));

    [TestMethod]
    public async Task Declared_tool_without_its_project_is_unavailable() =>
        Assert.AreEqual("unavailable", await CompiledTool.Load(Resource("declared.example.tool.json")).Answer("""{"city":"Oslo"}"""));

    private static string Resource(string end)
    {
        var assembly = typeof(ToolSource).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith(end, System.StringComparison.Ordinal)))!);
        return reader.ReadToEnd();
    }
}
