using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Registry;

[TestClass]
public sealed class ReuseTests
{
    [TestMethod]
    public async Task Samples_say_whether_a_tool_is_reused_or_made()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Run("add", "tools")).Code);
        folder.Write("good.json", """[{"input":{"n":9,"by":3},"output":{"value":3}},{"input":{"n":4,"by":1},"output":{"value":4}}]""");
        folder.Write("bad.json", """[{"input":{"n":9,"by":3},"output":{"value":3}},{"input":{"n":4,"by":1},"output":{"value":5}}]""");
        folder.Write("other.json", """[{"input":{"text":"a"},"output":{"value":5}}]""");
        string[] find = ["find", "divide", "--state", "candidate", "--samples"];

        var reuse = await Run([.. find, "good.json"]);
        Assert.AreEqual(0, reuse.Code, reuse.ToString());
        StringAssert.Contains(reuse.Out, "passes 2 of 2");
        StringAssert.Contains(reuse.Out, "reuse halve 1.0.0");
        using var make = JsonDocument.Parse((await Run([.. find, "bad.json", "--json"])).Out);
        Assert.AreEqual("make", make.RootElement.GetProperty("verdict").GetString());
        var tool = make.RootElement.GetProperty("tools")[0];
        Assert.AreEqual(1, tool.GetProperty("passed").GetInt32());
        StringAssert.Contains(tool.GetProperty("why").GetString(), "sample 2");
        using var unfit = JsonDocument.Parse((await Run([.. find, "other.json", "--json"])).Out);
        Assert.AreEqual("make", unfit.RootElement.GetProperty("verdict").GetString());
        Assert.IsFalse(unfit.RootElement.GetProperty("tools").EnumerateArray().Any(one => one.TryGetProperty("passed", out _)));
        StringAssert.Contains((await Run([.. find, "other.json"])).Error, "toolgen guide");
    }

    [TestMethod]
    public async Task Words_are_learned_of_an_approved_tool_that_passes_all_samples_and_of_no_other()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Run("add", "tools")).Code);
        folder.Write("good.json", """[{"input":{"n":9,"by":3},"output":{"value":3}}]""");
        folder.Write("bad.json", """[{"input":{"n":4,"by":1},"output":{"value":5}}]""");
        Assert.AreEqual(2, (await Run("find", "divide", "--learn")).Code);
        using var candidate = JsonDocument.Parse((await Run("find", "divide", "moieties", "--state", "candidate", "--samples", "good.json", "--learn", "--json")).Out);
        Assert.AreEqual("reuse", candidate.RootElement.GetProperty("verdict").GetString());
        Assert.IsFalse(candidate.RootElement.TryGetProperty("learned", out _));
        await AlikeTests.ApproveAsync(folder, "halve");
        Assert.IsFalse(JsonElement.Parse((await Run("find", "divide", "moieties", "--samples", "bad.json", "--learn", "--json")).Out).TryGetProperty("learned", out _));
        StringAssert.Contains((await Run("find", "divide", "moieties", "--samples", "good.json")).Out, "reuse halve");
        StringAssert.Contains((await Run("find", "moieties")).Out, "nothing fits");
        var learned = await Run("find", "divide", "moieties", "--samples", "good.json", "--learn");
        StringAssert.Contains(learned.Error, "halve is found by these words too");
        StringAssert.Contains((await Run("find", "moieties")).Out, "halve 1.0.0");
        Assert.IsFalse(JsonElement.Parse((await Run("find", "divide", "moieties", "--samples", "good.json", "--learn", "--json")).Out).GetProperty("learned").GetBoolean(), "it has them");
    }

    [TestMethod]
    [DataRow("none.json", "can't be read")]
    [DataRow("empty.json", "1 to 20")]
    public async Task A_file_that_holds_no_samples_is_refused(string file, string says)
    {
        using var folder = new TestFolder();
        folder.Write("empty.json", "[]");
        var run = await Toolgen.RunAsync(folder.Path, "find", "x", "--samples", file, "--registry", "registry");
        Assert.AreEqual(2, run.Code, run.ToString());
        StringAssert.Contains(run.Error, says);
    }
}
