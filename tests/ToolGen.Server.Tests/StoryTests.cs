using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.Registry;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class StoryTests
{
    [TestMethod]
    [DataRow("2026-07-28")]
    [DataRow("2025-11-25")]
    [DataRow("2025-06-18")]
    public async Task A_client_finds_nothing_makes_a_tool_mends_it_and_calls_it_and_another_one_has_it_once_a_person_approved(string version)
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"]);
        var alice = await open.ClientAsync("alice", version);
        var bob = await open.ClientAsync("bob", version);

        // Nothing there: the answer says how to make one.
        var nothing = await alice.AskAsync("find_tools", ("need", "count the words of a text"));
        StringAssert.Contains(nothing.Text(), "spec_guide");
        Assert.AreEqual(0, nothing.StructuredContent!.Value.GetProperty("tools").GetArrayLength());
        StringAssert.Contains((await alice.AskAsync("spec_guide", ("kind", "code"))).Text(), "inputSchema");

        // A fault comes back with place and remedy, and is mended.
        var faulty = await alice.MakeAsync(Specs.Faulty);
        Assert.IsTrue(faulty.IsError);
        var finding = faulty.StructuredContent!.Value.GetProperty("findings")[0];
        Assert.AreEqual("error", finding.GetProperty("severity").GetString());
        Assert.AreEqual("/implementation/body", finding.GetProperty("at").GetString());
        StringAssert.Contains(faulty.Text(), "Words");
        Assert.IsTrue((await alice.MakeAsync(Specs.WrongSample)).IsError);
        var made = await alice.MakeAsync(Specs.CountWords);
        Assert.AreNotEqual(true, made.IsError, made.Text());
        var handle = made.Handle();
        Assert.AreEqual("""{"words":3}""", (await alice.CallAsync(handle, """{"text":"a b c"}""")).Text());

        // Another caller has neither the name nor the handle, nor finds it.
        Assert.IsTrue((await bob.CallAsync(handle, """{"text":"a"}""")).IsError);
        Assert.IsTrue((await bob.CallAsync("count_words", """{"text":"a"}""")).IsError);
        Assert.IsTrue((await bob.AskAsync("describe_tool", ("tool", handle))).IsError);
        Assert.IsTrue((await bob.AskAsync("propose_tool", ("handle", handle))).IsError);
        Assert.AreEqual(0, (await bob.AskAsync("find_tools", ("need", "count the words of a text"))).StructuredContent!.Value.GetProperty("tools").GetArrayLength());
        Assert.IsFalse((await bob.ListToolsAsync()).Any(tool => tool.Name == "count_words"));

        // Proposed, approved by a person, and there for everybody.
        var proposed = await alice.AskAsync("propose_tool", ("handle", handle));
        Assert.AreEqual("candidate", proposed.StructuredContent!.Value.GetProperty("state").GetString(), proposed.Text());
        Assert.IsTrue((await bob.CallAsync("count_words", """{"text":"a"}""")).IsError);
        await open.ApproveAsync("count_words");
        var found = await bob.AskAsync("find_tools", ("need", "count the words of a text"));
        Assert.AreEqual("count_words", found.StructuredContent!.Value.GetProperty("tools")[0].GetProperty("name").GetString());
        Assert.AreEqual("""{"words":2}""", (await bob.CallAsync("count_words", """{"text":"a b"}""")).Text());
        Assert.IsTrue(await Eventually(async () => (await bob.ListToolsAsync()).Any(tool => tool.Name == "count_words")));
        Assert.AreEqual("""{"words":1}""", (await bob.CallToolAsync("count_words", new Dictionary<string, object?> { ["text"] = "a" })).Text());
    }

    private static async Task<bool> Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await holds()) return true;
            await Task.Delay(50);
        }

        return false;
    }
}
