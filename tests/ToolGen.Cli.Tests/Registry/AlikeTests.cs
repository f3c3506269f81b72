using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Registry;

namespace ToolGen.Cli.Tests.Registry;

[TestClass]
public sealed class AlikeTests
{
    [TestMethod]
    public async Task A_candidate_whose_samples_an_approved_tool_passes_is_told_so_where_it_is_added_reviewed_and_counted()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        folder.Write("first/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Run("add", "first")).Code);
        await ApproveAsync(folder, "halve");

        // Other code and another sample: only a run of them shows it.
        folder.Write("second/divide.tool.json", Texts.Halve("return new Output((input.N - input.N % input.By) / input.By);", Texts.TwoSamples + """ }, { "input": { "n": 7, "by": 2 }, "output": { "value": 3 }""").Replace("\"halve\"", "\"divide\"", StringComparison.Ordinal));
        var added = await Run("add", "second");
        Assert.AreEqual(0, added.Code, added.ToString());
        StringAssert.Contains(added.Out, "halve 1.0.0, which is approved, passes all 3 samples of it");
        using var json = JsonDocument.Parse((await Run("add", "second", "--json")).Out);
        Assert.AreEqual("halve", json.RootElement.GetProperty("versions")[0].GetProperty("alike")[0].GetProperty("name").GetString());
        StringAssert.Contains((await Run("review", "divide")).Out, "halve 1.0.0 approved, which passes all 3 samples of this one");
        Assert.IsFalse((await Run("stats")).Out.Contains("passes all", StringComparison.Ordinal));
        using var stats = JsonDocument.Parse((await Run("stats", "--alike", "--json")).Out);
        var advice = stats.RootElement.GetProperty("advice").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "duplicate");
        Assert.AreEqual(("divide", "passed"), (advice.GetProperty("tool").GetString(), advice.GetProperty("likeness").GetString()));

        // One that does something else is like nobody.
        folder.Write("third/rest.tool.json", Texts.Halve("return new Output(input.N % input.By);", """{ "value": 0 } }, { "input": { "n": 9, "by": 4 }, "output": { "value": 1 }""").Replace("\"halve\"", "\"rest\"", StringComparison.Ordinal));
        var other = await Run("add", "third");
        Assert.AreEqual(0, other.Code, other.ToString());
        Assert.IsFalse(other.Out.Contains("passes all", StringComparison.Ordinal));
    }

    internal static async Task ApproveAsync(TestFolder folder, string name)
    {
        await using var registry = await SqliteRegistry.OpenAsync(RegistryOptions.For(folder.Full("registry")));
        using var person = ApproverKey.Create();
        await registry.GrantAsync(person.SignIn(registry.Id, "person", DateTimeOffset.UtcNow));
        await registry.ApproveAsync(person.Approve(registry.History(name).Single(), DateTimeOffset.UtcNow));
    }
}
