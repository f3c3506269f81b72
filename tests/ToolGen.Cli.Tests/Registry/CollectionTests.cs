using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Registry;

[TestClass]
public sealed class CollectionTests
{
    [TestMethod]
    public async Task Collections_are_made_shown_changed_and_removed()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Run("add", "tools")).Code);
        using var made = JsonDocument.Parse((await Run("collection", "set", "numbers", "halve@^1.0.0", "--json")).Out);
        Assert.AreEqual("numbers", made.RootElement.GetProperty("name").GetString());
        Assert.AreEqual("^1.0.0", made.RootElement.GetProperty("members")[0].GetProperty("range").GetString());
        Assert.AreEqual(JsonValueKind.Null, made.RootElement.GetProperty("members")[0].GetProperty("version").ValueKind);
        StringAssert.Contains((await Run("collection", "set", "numbers", "halve")).Out, "  halve  nothing that may be called");
        StringAssert.Contains((await Run("collection", "show", "numbers")).Out, "numbers of ");
        StringAssert.Contains((await Run("collection", "list")).Out, "1 member");
        using var all = JsonDocument.Parse((await Run("collection", "list", "--json")).Out);
        Assert.AreEqual(1, all.RootElement.GetProperty("collections").GetArrayLength());
        Assert.AreEqual(0, (await Run("collection", "remove", "numbers", "halve")).Code);
        Assert.AreEqual(2, (await Run("collection", "remove", "numbers", "halve")).Code);
        Assert.AreEqual(0, (await Run("collection", "remove", "numbers")).Code);
        Assert.AreEqual(2, (await Run("collection", "show", "numbers")).Code);
    }

    [TestMethod]
    [DataRow("numbers none", "no tool in this registry is called none", 2)]
    [DataRow("numbers halve@nonsense", "names no tool", 2)]
    [DataRow("Numbers halve", "lower case", 1)]
    public async Task What_is_no_member_makes_no_collection(string line, string says, int code)
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        await Toolgen.RunAsync(folder.Path, "add", "tools", "--registry", "registry");
        var run = await Toolgen.RunAsync(folder.Path, ["collection", "set", .. line.Split(' '), "--registry", "registry"]);
        Assert.AreEqual(code, run.Code, run.ToString());
        StringAssert.Contains(run.Error, says);
        using var all = JsonDocument.Parse((await Toolgen.RunAsync(folder.Path, "collection", "list", "--json", "--registry", "registry")).Out);
        Assert.AreEqual(0, all.RootElement.GetProperty("collections").GetArrayLength());
    }

    [TestMethod]
    [DataRow("show --registry registry ha", "halve")]
    [DataRow("review --registry registry ha", "halve")]
    [DataRow("collection set --registry registry numbers ha", "halve")]
    [DataRow("collection show --registry registry nu", "numbers")]
    public async Task A_shell_offers_the_names_of_tools_and_collections(string line, string offered)
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        await Toolgen.RunAsync(folder.Path, "add", "tools", "--registry", "registry");
        await Toolgen.RunAsync(folder.Path, "collection", "set", "numbers", "halve", "--registry", "registry");
        var run = await Toolgen.RunAsync(folder.Path, $"[suggest:{line.Length}]", line);
        Assert.AreEqual(0, run.Code, run.ToString());
        CollectionAssert.Contains(run.Out.Split('\n'), offered);
        var none = await Toolgen.RunAsync(folder.Path, $"[suggest:{line.Length}]", line.Replace("registry registry", "registry notthere"));
        Assert.AreEqual(0, none.Code, none.ToString());
        CollectionAssert.DoesNotContain(none.Out.Split('\n'), offered);
    }
}
