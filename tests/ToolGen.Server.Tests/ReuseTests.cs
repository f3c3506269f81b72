using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.Hosting;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class ReuseTests
{
    private const string Need = "count the words of a text";

    private static readonly string CountLetters = Specs.CountWords
        .Replace("count_words", "count_letters").Replace("Count the words", "Count the words and letters").Replace("input.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length", "input.Text.Length")
        .Replace("""{"words":2}""", """{"words":7}""").Replace("""{"words":3}""", """{"words":8}""");

    /// <summary>A slow machine forges for longer than a caller waits.</summary>
    private static ToolServerOptions Patient(ToolServerOptions options) => options with { SampleTime = TimeSpan.FromMinutes(2) };

    [TestMethod]
    public async Task Samples_decide_whether_a_tool_is_reused_and_count_for_no_tools_use()
    {
        await using var open = await OpenServer.ProcessAsync(Patient);
        var client = await open.ClientAsync();
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        await open.KeepAsync(client, "count_letters", CountLetters);
        var reuse = await FindAsync(client, """[{"input":{"text":"x y z"},"output":{"words":3}},{"input":{"text":""},"output":{"words":0}}]""");
        Assert.AreEqual("reuse", Text(reuse, "verdict"), reuse.Text());
        Assert.AreEqual("count_words", Text(reuse, "reuse"));
        CollectionAssert.AreEqual(new[] { ("count_words", 2), ("count_letters", 1) }, reuse.StructuredContent!.Value.GetProperty("tools").EnumerateArray().Select(tool => (tool.GetProperty("name").GetString(), tool.GetProperty("passed").GetInt32())).ToArray());
        StringAssert.Contains(Text(reuse, "next"), "call_tool");

        var make = await FindAsync(client, """[{"input":{"text":"x y z"},"output":{"words":33}}]""");
        Assert.AreEqual("make", Text(make, "verdict"), make.Text());
        StringAssert.Contains(Text(make, "next"), "make_tool");
        Assert.IsFalse(make.StructuredContent!.Value.TryGetProperty("reuse", out _));

        // No calls, so no use; the log has what was tried.
        Assert.IsEmpty(open.Records);
        Assert.IsEmpty(open.Registry.Usage());
        var tried = open.Registry.Log().Where(record => record.Kind == "tried" && record.Body.Contains("find_tools", StringComparison.Ordinal)).ToArray();
        Assert.HasCount(2, tried);
        StringAssert.Contains(tried[0].Body, open.Registry.Find("count_words")!.Id + " 2 of 2");
    }

    [TestMethod]
    public async Task What_the_schemas_do_not_take_and_what_a_person_took_back_is_not_run()
    {
        await using var open = await OpenServer.ProcessAsync(Patient);
        var client = await open.ClientAsync();
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        var unfit = await FindAsync(client, """[{"input":{"number":3},"output":{"words":3}}]""");
        Assert.AreEqual("make", Text(unfit, "verdict"), unfit.Text());
        StringAssert.Contains(unfit.Text(), "schemas");
        Assert.IsEmpty(open.Registry.Log().Where(record => record.Kind == "tried"));
        await open.Registry.MarkAsync(open.Registry.Find("count_words")!.Id, ToolGen.Registry.ToolState.Quarantined, "it is wrong", "person");
        var gone = await FindAsync(client, """[{"input":{"text":"a"},"output":{"words":1}}]""");
        Assert.AreEqual("make", Text(gone, "verdict"), gone.Text());
        Assert.AreEqual(0, gone.StructuredContent!.Value.GetProperty("tools").GetArrayLength());
    }

    [TestMethod]
    public async Task Who_may_not_call_a_tool_learns_nothing_of_it_by_samples()
    {
        await using var open = await OpenServer.ProcessAsync(options => Patient(options) with { Rules = [new(PolicyVerdict.Deny) { Tools = "count_*" }] });
        var client = await open.ClientAsync();
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        var answer = await FindAsync(client, """[{"input":{"text":"a"},"output":{"words":1}}]""");
        Assert.AreEqual("make", Text(answer, "verdict"), answer.Text());
        StringAssert.Contains(answer.Text(), "you may not call it");
        Assert.IsFalse(answer.StructuredContent!.Value.GetProperty("tools")[0].TryGetProperty("passed", out _));
    }

    [TestMethod]
    [DataRow("[]", "1 to 20")]
    [DataRow("""[{"input":{"text":"a"}}]""", "can't be read")]
    [DataRow("""[{"input":{"text":"a"},"output":"?"}]""", "write what the tool should give")]
    public async Task Samples_that_say_nothing_are_refused(string samples, string says)
    {
        await using var open = await OpenServer.ProcessAsync(Patient);
        var answer = await FindAsync(await open.ClientAsync(), samples);
        Assert.IsTrue(answer.IsError);
        StringAssert.Contains(answer.Text(), says);
    }

    [TestMethod]
    public async Task Who_makes_what_is_there_is_told_so_and_has_it_all_the_same()
    {
        await using var open = await OpenServer.ProcessAsync(Patient);
        var client = await open.ClientAsync();
        Assert.IsFalse((await client.MakeAsync(Specs.CountWords)).StructuredContent!.Value.TryGetProperty("reuse", out _));
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        await client.AskAsync("find_tools", ("need", Need));
        var again = await client.MakeAsync(Specs.CountWords.Replace("count_words", "tell_words").Replace("RemoveEmptyEntries)", "RemoveEmptyEntries | StringSplitOptions.TrimEntries)"));
        Assert.AreNotEqual(true, again.IsError, again.Text());
        var reuse = again.StructuredContent!.Value.GetProperty("reuse");
        Assert.AreEqual(("count_words", 3), (reuse.GetProperty("name").GetString(), reuse.GetProperty("passed").GetInt32()));
        Assert.AreEqual("""{"words":2}""", (await client.CallAsync(again.Handle(), """{"text":"a b"}""")).Text());

        // The next version of the tool itself is none that it repeats, and one that does something else is told nothing.
        Assert.IsFalse((await client.MakeAsync(Specs.Numbered("1.0.1"))).StructuredContent!.Value.TryGetProperty("reuse", out _));
        Assert.IsFalse((await client.MakeAsync(CountLetters)).StructuredContent!.Value.TryGetProperty("reuse", out _));
    }

    private static Task<CallToolResult> FindAsync(McpClient client, string samples) => client.AskAsync("find_tools", ("need", Need), ("samples", JsonElement.Parse(samples)));

    private static string Text(CallToolResult answer, string name) => answer.StructuredContent!.Value.GetProperty(name).GetString()!;
}
