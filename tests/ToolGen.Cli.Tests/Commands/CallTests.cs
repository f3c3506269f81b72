using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

[TestClass]
public sealed class CallTests
{
    [TestMethod]
    [DataRow("""{"n":9,"by":3}""", "")]
    [DataRow("@arguments.json", "")]
    [DataRow("-", """{"n":9,"by":3}""")]
    public async Task Answer_is_the_only_thing_on_standard_output(string arguments, string input)
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve());
        folder.Write("arguments.json", """{"n":9,"by":3}""");

        var run = await Toolgen.RunWithInputAsync(folder.Path, input, "call", "halve", arguments, "--tools", "tools");
        Assert.AreEqual(0, run.Code, run.ToString());
        Assert.AreEqual("{\"value\":3}\n", run.Out);
    }

    [TestMethod]
    public async Task Wrong_arguments_exit_1_and_say_where_what_and_what_to_write()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var run = await Toolgen.RunAsync(folder.Path, "call", "halve", """{"n":"9","by":300}""");
        Assert.AreEqual(1, run.Code, run.ToString());
        Assert.AreEqual("", run.Out);
        StringAssert.Contains(run.Error, "invalid_input at /n");
        StringAssert.Contains(run.Error, "write:   9");
        StringAssert.Contains(run.Error, "invalid_input at /by");
        StringAssert.Contains(run.Error, "given:   300");
    }

    [TestMethod]
    public async Task Json_tells_the_same_to_a_program()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var run = await Toolgen.RunAsync(folder.Path, "call", "halve", "{}", "--json");
        Assert.AreEqual(1, run.Code, run.ToString());
        using var document = JsonDocument.Parse(run.Out);
        Assert.AreEqual("/n", document.RootElement.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [TestMethod]
    public async Task Unknown_name_is_answered_with_the_nearest()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var run = await Toolgen.RunAsync(folder.Path, "call", "halv", "{}");
        Assert.AreEqual(2, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "nearest: halve");
    }

    [TestMethod]
    public async Task Tool_with_errors_is_not_called()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve("return 5;"));

        var run = await Toolgen.RunAsync(folder.Path, "call", "halve", """{"n":9,"by":3}""");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "TG2050");
    }
}
