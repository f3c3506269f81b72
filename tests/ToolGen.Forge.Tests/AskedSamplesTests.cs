using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests;

[TestClass]
public sealed class AskedSamplesTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    [TestMethod]
    public async Task Samples_that_somebody_asks_for_are_counted_on_a_tool_that_never_saw_them()
    {
        var set = new Forge().Make([SpecTexts.Halve()]);
        var run = await Asked("""[{"input":{"n":9,"by":3},"output":{"value":3}},{"input":{"n":9,"by":2},"output":{"value":5}},{"input":{"n":9,"by":0},"error":"invalid_input /by"}]""").RunAsync(set, Children.Sandbox, "somebody", Time);
        Assert.AreEqual((2, 3, false), (run.Passed, run.Count, run.IsWhole));
        StringAssert.Contains(run.Why, "sample 2");
        Assert.IsTrue((await Asked("""[{"input":{"n":9,"by":3},"output":{"value":3}}]""").RunAsync(set, Children.Sandbox, "somebody", Time)).IsWhole);
    }

    [TestMethod]
    public async Task Five_tools_are_run_those_that_can_not_be_are_passed_over_and_who_has_seen_enough_asks_for_no_more()
    {
        var run = new List<int>();
        Task<TriedTool<int>> RunAsync(int tool, TimeSpan left)
        {
            Assert.IsLessThanOrEqualTo(Time, left);
            run.Add(tool);
            return Task.FromResult(new TriedTool<int>(tool, new(tool == 4 ? 2 : 1, 2, tool == 4 ? null : "sample 2"), null));
        }

        var tried = new List<TriedTool<int>>();
        await foreach (var one in AskedSamples.TryAsync(Enumerable.Range(0, 9), Time, tool => tool == 1 ? "no" : null, RunAsync)) tried.Add(one);
        CollectionAssert.AreEqual(new[] { 0, 2, 3, 4, 5 }, run);
        Assert.AreEqual(("no", "not run: 5 others were", 9), (tried[1].Why, tried[6].Why, tried.Count));
        Assert.AreEqual(4, tried.Single(one => one.IsWhole).Tool);
        run.Clear();
        await foreach (var one in AskedSamples.TryAsync(Enumerable.Range(3, 6), Time, _ => null, RunAsync))
            if (one.IsWhole) break;
        CollectionAssert.AreEqual(new[] { 3, 4 }, run);
        await foreach (var one in AskedSamples.TryAsync([7], TimeSpan.Zero, _ => null, RunAsync)) Assert.AreEqual("not run: the time was over", one.Why);
        Assert.HasCount(2, run);
    }

    [TestMethod]
    [DataRow("""[{"input":{"m":9},"output":{"value":3}}]""")]
    [DataRow("""[{"input":{"n":9,"by":0},"output":{"value":3}}]""")]
    [DataRow("""[{"input":{"n":9,"by":3},"output":{"sum":3}}]""")]
    [DataRow("""[{"input":{"n":9,"by":3},"error":"no_such_error"}]""")]
    public async Task Samples_that_the_schemas_do_not_take_are_not_run(string samples)
    {
        var set = new Forge().Make([SpecTexts.Halve()]);
        Assert.IsNotNull(Asked(samples).Unfit(set.Tools[0].Spec!));
        Assert.AreEqual(0, (await Asked(samples).RunAsync(set, Children.Sandbox, "somebody", Time)).Passed);
    }

    [TestMethod]
    [DataRow("5", "can't be read")]
    [DataRow("[", "can't be read")]
    [DataRow("[]", "1 to 20")]
    [DataRow("""[{"input":{}}]""", "can't be read")]
    [DataRow("""[{"input":{},"output":"?"}]""", "write what the tool should give")]
    [DataRow("""[{"input":{},"output":{},"output":{}}]""", "can't be read")]
    public void What_is_no_list_of_samples_is_refused_with_what_to_write(string text, string says)
    {
        Assert.IsNull(AskedSamples.Read(new("samples", text), out var refusal));
        StringAssert.Contains(refusal, says);
    }

    [TestMethod]
    public void Too_many_samples_and_too_large_ones_are_refused()
    {
        const string One = """{"input":{"n":1},"output":{"value":1}}""";
        Assert.IsNull(AskedSamples.Read(new("samples", $"[{string.Join(',', Enumerable.Repeat(One, AskedSamples.Most + 1))}]"), out var many));
        StringAssert.Contains(many, "21 samples");
        Assert.IsNull(AskedSamples.Read(new("samples", new string(' ', AskedSamples.MaximumCharacters) + "[]"), out var large));
        StringAssert.Contains(large, "characters");
    }

    [TestMethod]
    public async Task A_tool_that_never_ends_ends_with_the_time_and_passes_nothing()
    {
        var set = new Forge().Make([SpecTexts.Halve(body: "while (input.By == 4) { } return new Output(2);")]);
        var run = await Asked("""[{"input":{"n":8,"by":4},"output":{"value":2}},{"input":{"n":8,"by":5},"output":{"value":2}}]""").RunAsync(set, Children.Sandbox, "somebody", TimeSpan.FromSeconds(1));
        Assert.AreEqual((0, 2), (run.Passed, run.Count));
        StringAssert.Contains(run.Why, "longer than 1 s");
    }

    [TestMethod]
    public async Task What_a_tool_needs_and_the_samples_do_not_give_is_not_reached_not_even_its_own_world()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Specs");
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "convert_currency.tool.json")))!;
        var set = new Forge().Make([new("convert_currency.tool.json", Encoding.UTF8.GetBytes(spec.ToJsonString()), null, null, default)]);
        Assert.IsTrue(set.Tools[0].IsRunnable, string.Join('\n', set.Tools[0].Findings));
        var sample = spec["examples"]!.AsArray().First(one => one!["output"] is JsonObject)!.AsObject();
        var alone = new JsonObject { ["input"] = sample["input"]!.DeepClone(), ["output"] = sample["output"]!.DeepClone() };
        var run = await Asked($"[{alone.ToJsonString()}]").RunAsync(set, Children.Sandbox, "somebody", Time);
        Assert.AreEqual(0, run.Passed);
        StringAssert.Contains(run.Why, "effect");
        var given = await Asked($"[{sample.ToJsonString()}]").RunAsync(set, Children.Sandbox, "somebody", Time);
        Assert.IsTrue(given.IsWhole, given.Why);
    }

    [TestMethod]
    public async Task The_samples_of_a_tool_run_on_another_one_with_the_world_that_they_had()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve());
        var other = new Forge().Make([SpecTexts.Halve(body: "return new Output(input.N / input.By + 0);")]);
        Assert.IsTrue((await AskedSamples.Of(tool)!.RunAsync(other, Children.Sandbox, "somebody", Time)).IsWhole);
        var wrong = new Forge().Make([SpecTexts.Halve(body: "return new Output(input.N);")]);
        Assert.IsFalse((await AskedSamples.Of(tool)!.RunAsync(wrong, Children.Sandbox, "somebody", Time)).IsWhole);
        Assert.IsNull(AskedSamples.Of(wrong.Tools[0]));
    }

    private static AskedSamples Asked(string text) => AskedSamples.Read(new("samples", text), out var refusal) ?? throw new ArgumentException(refusal);
}
