using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Tests.Commands;

[TestClass]
public sealed class ExplainTests
{
    [TestMethod]
    [DataRow("TG5050")]
    [DataRow("tg5050")]
    [DataRow("SampleFailed")]
    [DataRow("sample fails")]
    public async Task A_finding_is_found_by_id_by_name_and_by_title(string what)
    {
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, ["explain", .. what.Split(' ')]);

        Assert.AreEqual(0, run.Code, run.ToString());
        StringAssert.StartsWith(run.Out, "TG5050: Sample fails (error, samples)\n");
        foreach (var part in new[] { "\nWhat\n", "\nInstead\n", "\nWhy\n", "\nHas the finding\n", "\nMended\n" }) StringAssert.Contains(run.Out, part);
        Assert.IsTrue(run.Out.Split('\n').TakeWhile(line => line != "Has the finding").All(line => line.Length <= 100), run.Out);
    }

    [TestMethod]
    public async Task Words_of_many_titles_show_three_and_name_the_rest()
    {
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "explain", "sample");

        Assert.AreEqual(0, run.Code, run.ToString());
        Assert.AreEqual(3, run.Out.Split('\n').Count(line => line.StartsWith("TG", StringComparison.Ordinal)));
        StringAssert.Contains(run.Out, "\nalso:\n  TG");
    }

    [TestMethod]
    public async Task A_line_of_a_spec_explains_what_stands_there()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve("return new Output(input.Nope);"));

        var run = await Toolgen.RunAsync(folder.Path, "explain", "halve.tool.json:6");
        Assert.AreEqual(0, run.Code, run.ToString());
        StringAssert.StartsWith(run.Out, "TG2050: ");
        StringAssert.Contains(run.Out, "halve.tool.json(6,");
        StringAssert.Contains(run.Out, "Nope");

        var nothing = await Toolgen.RunAsync(folder.Path, "explain", "halve.tool.json:2");
        Assert.AreEqual(2, nothing.Code, nothing.ToString());
    }

    [TestMethod]
    public async Task What_is_no_finding_is_said_with_exit_code_2()
    {
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "explain", "TG0000");
        Assert.AreEqual(2, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "TG0000");
    }

    [TestMethod]
    public async Task Json_holds_the_whole_page()
    {
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "explain", "TG5062", "--json");
        using var document = JsonDocument.Parse(run.Out);
        var page = document.RootElement.GetProperty("findings")[0];
        Assert.AreEqual(FindingCatalog.ChangeUnnoticed.Explanation, page.GetProperty("why").GetString());
        Assert.AreEqual("info", page.GetProperty("severity").GetString());
        Assert.AreEqual(JsonValueKind.Null, page.GetProperty("place").ValueKind);
    }
}
