using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.Registry;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class QuarantineTests
{
    private static readonly string Fails = Specs.CountWords
        .Replace("count_words", "fail_words").Replace("return new Output(", "if (input.Text.Contains(\\\"bad\\\")) return new Output(1 / (input.Text.Length % 1)); return new Output(");

    [TestMethod]
    public async Task One_caller_takes_no_tool_from_others_and_two_who_meet_its_faults_do_until_a_person_approves_it_again()
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], keeps: true);
        var (alice, bob) = (await open.ClientAsync("alice"), await open.ClientAsync("bob"));
        var id = await KeepAsync(open, alice);
        Assert.AreNotEqual(true, (await bob.CallAsync("fail_words", """{"text":"good"}""")).IsError);
        for (var i = 0; i < 10; i++) await FailAsync(alice, $"bad {i}");
        Assert.AreEqual(ToolState.Approved, open.Registry.Get(id)!.State, "one of two callers alone");
        await FailAsync(bob, "bad 1");
        Assert.AreEqual(ToolState.Approved, open.Registry.Get(id)!.State, "3 of alice and 1 of bob count");
        await FailAsync(bob, "bad 1");
        Assert.AreEqual(ToolState.Approved, open.Registry.Get(id)!.State, "the same call again counts once");
        await FailAsync(bob, "bad 2");
        var taken = open.Registry.Get(id)!;
        Assert.AreEqual(ToolState.Quarantined, taken.State);
        var record = open.Registry.Log().Single(one => one.Kind == "quarantined");
        Assert.AreEqual("server", record.By);
        StringAssert.Contains(taken.Reason, "failed by the tool's own fault (alice 10, bob 2)");
        var last = open.Registry.Log().Last(one => one.Kind == "called");
        StringAssert.Contains(last.Body, taken.Reason!.Split(' ')[^1]);

        // Nobody calls it; a later signature brings it back, and it begins anew.
        StringAssert.Contains((await alice.CallAsync("fail_words", """{"text":"good"}""")).Text(), "no approved tool");
        await open.Registry.ApproveAsync(open.Person.Approve(taken, DateTimeOffset.UtcNow.AddSeconds(1)));
        Assert.AreEqual("""{"words":1}""", (await bob.CallAsync("fail_words", """{"text":"good"}""")).Text());
        await FailAsync(bob, "bad 3");
        Assert.AreEqual(ToolState.Approved, open.Registry.Get(id)!.State);
    }

    [TestMethod]
    public async Task Who_alone_uses_a_tool_meets_its_faults_alone_and_faults_of_arguments_do_not_count()
    {
        await using var open = await OpenServer.ProcessAsync(keeps: true);
        var client = await open.ClientAsync();
        var id = await KeepAsync(open, client);
        for (var i = 0; i < 10; i++) Assert.IsTrue((await client.CallAsync("fail_words", $$"""{"text":{{i}}}""")).IsError);
        for (var i = 0; i < 4; i++) await FailAsync(client, $"bad {i}");
        Assert.AreEqual(ToolState.Approved, open.Registry.Get(id)!.State);
        await FailAsync(client, "bad 4");
        Assert.AreEqual(ToolState.Quarantined, open.Registry.Get(id)!.State);
    }

    [TestMethod]
    public async Task What_answers_meanwhile_is_not_taken_and_nothing_is_where_nobody_wants_it()
    {
        await using var open = await OpenServer.ProcessAsync(keeps: true);
        var client = await open.ClientAsync();
        var id = await KeepAsync(open, client);
        for (var i = 0; i < 8; i++)
        {
            await FailAsync(client, $"bad {i}");
            for (var j = 0; j < 5; j++) await client.CallAsync("fail_words", """{"text":"good"}""");
        }

        Assert.AreEqual(ToolState.Approved, open.Registry.Get(id)!.State, "4 of 20");
        await using var never = await OpenServer.ProcessAsync(options => options with { QuarantineFaults = 0 }, keeps: true);
        client = await never.ClientAsync();
        id = await KeepAsync(never, client);
        for (var i = 0; i < 10; i++) await FailAsync(client, $"bad {i}");
        Assert.AreEqual(ToolState.Approved, never.Registry.Get(id)!.State);
    }

    private static async Task FailAsync(McpClient client, string text)
    {
        var answer = await client.CallAsync("fail_words", $$"""{"text":"{{text}}"}""");
        Assert.IsTrue(answer.IsError);
        StringAssert.Contains(answer.Text(), "not of your arguments");
    }

    private static async Task<string> KeepAsync(OpenServer open, McpClient client)
    {
        await client.AskAsync("propose_tool", ("handle", (await client.MakeAsync(Fails)).Handle()));
        await open.ApproveAsync("fail_words");
        return open.Registry.Find("fail_words")!.Id;
    }
}
