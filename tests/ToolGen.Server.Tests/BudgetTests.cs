using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Tests;

/// <summary>What one caller may take of a server that others use, too.</summary>
[TestClass]
public sealed class BudgetTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    [TestMethod]
    public async Task Who_made_as_many_as_one_caller_may_is_told_when_to_come_again_and_others_make_theirs()
    {
        var clock = new LaterTime();
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], options => options with { MakesAnHour = 2, Time = clock });
        var (alice, bob) = (await open.ClientAsync("alice"), await open.ClientAsync("bob"));
        foreach (var number in new[] { "1.0.0", "1.0.1" }) Assert.AreNotEqual(true, (await alice.MakeAsync(Specs.Numbered(number))).IsError);
        var refused = await alice.MakeAsync(Specs.Numbered("1.0.2"));
        Assert.IsTrue(refused.IsError);
        StringAssert.Matches(refused.Text(), new("try again in [0-9]+ minutes"));
        Assert.IsTrue(open.Registry.Log().Any(record => record is { Kind: "denied", By: "alice" }));
        Assert.AreNotEqual(true, (await bob.MakeAsync(Specs.Numbered("1.0.2"))).IsError);
        clock.Later = TimeSpan.FromMinutes(31);
        Assert.AreNotEqual(true, (await alice.MakeAsync(Specs.Numbered("1.0.2"))).IsError);
    }

    [TestMethod]
    public async Task Proposals_of_one_caller_do_not_bury_a_person()
    {
        await using var open = await OpenServer.HttpAsync(["alice"], options => options with { ProposalsAnHour = 1 });
        var alice = await open.ClientAsync("alice");
        foreach (var (number, isRefused) in new[] { ("1.0.0", false), ("1.0.1", true) })
        {
            var proposed = await alice.AskAsync("propose_tool", ("handle", (await alice.MakeAsync(Specs.Numbered(number))).Handle()));
            Assert.AreEqual(isRefused, proposed.IsError == true, proposed.Text());
            if (isRefused) StringAssert.Contains(proposed.Text(), "Try again in");
        }
    }

    [TestMethod]
    public async Task What_a_process_proposes_is_its_users_however_often_that_one_starts_it()
    {
        foreach (var id in new[] { 1, 2 })
        {
            await using var open = await OpenServer.ProcessAsync(process: ServerCaller.OfProcess("anna", id));
            var client = await open.ClientAsync();
            var proposed = await client.AskAsync("propose_tool", ("handle", (await client.MakeAsync(Specs.CountWords)).Handle()));
            Assert.AreNotEqual(true, proposed.IsError, proposed.Text());
            Assert.AreEqual("process:anna", open.Registry.Log().Single(record => record.Kind == "proposed").By);
            Assert.AreEqual($"process:anna:{id}", open.Registry.History("count_words").Single().Maker);
        }
    }

    [TestMethod]
    public async Task Refusals_of_one_caller_do_not_fill_the_log()
    {
        var clock = new LaterTime();
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], options => options with { RefusalsAnHour = 5, Time = clock });
        var (alice, bob) = (await open.ClientAsync("alice"), await open.ClientAsync("bob"));
        for (var i = 0; i < 30; i++) Assert.IsTrue((await alice.AskAsync("propose_tool", ("handle", "session:x"))).IsError);
        for (var i = 0; i < 30; i++) Assert.IsTrue((await alice.CallAsync("nothing_here", "{}")).IsError);
        var left = open.Registry.Log().Count(record => record.By == "alice") + open.Records.Count(record => record.Caller == "alice");
        Assert.IsTrue(left is > 0 and <= 6, left.ToString(System.Globalization.CultureInfo.InvariantCulture));
        StringAssert.Matches((await alice.CallAsync("nothing_here", "{}")).Text(), new("try again in [0-9]+ minutes"));
        Assert.AreNotEqual(true, (await bob.AskAsync("find_tools", ("need", "count words"))).IsError);
        clock.Later = TimeSpan.FromMinutes(13);
        Assert.AreNotEqual(true, (await alice.AskAsync("find_tools", ("need", "count words"))).IsError);
    }

    [TestMethod]
    public async Task A_process_that_is_the_only_caller_is_not_held_to_shares()
    {
        await using var open = await OpenServer.ProcessAsync(options => options with { MakesAnHour = 1, ProposalsAnHour = 1, RefusalsAnHour = 1 });
        var client = await open.ClientAsync();
        for (var i = 0; i < 3; i++) Assert.IsTrue((await client.CallAsync("nothing_here", "{}")).IsError);
        foreach (var number in new[] { "1.0.0", "1.0.1" }) Assert.AreNotEqual(true, (await client.MakeAsync(Specs.Numbered(number))).IsError);
        Assert.AreEqual(3, open.Records.Count);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("2025-11-25")]
    [DataRow("2026-07-28")]
    public async Task Sessions_of_one_caller_end_nobody_elses(string? revision)
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], http: options => options with { SessionsOfOne = 2 });
        string? session = null;
        var begun = 0;
        for (var i = 0; i < 6; i++)
        {
            using var answer = await BeginAsync(open, "alice", revision);
            if (!answer.Headers.TryGetValues("Mcp-Session-Id", out var ids)) continue;
            (session, begun) = (ids.Single(), begun + 1);
        }

        Assert.IsTrue(begun <= 2, $"{begun} sessions began");
        using (var bobs = await BeginAsync(open, "bob", null)) Assert.AreEqual(HttpStatusCode.OK, bobs.StatusCode);
        if (session is null) return;
        using (var refused = await BeginAsync(open, "alice", null))
        {
            Assert.AreEqual(HttpStatusCode.TooManyRequests, refused.StatusCode);
            StringAssert.Contains(await refused.Content.ReadAsStringAsync(), "DELETE");
        }

        using var end = open.Request(HttpMethod.Delete, "alice");
        end.Headers.Add("Mcp-Session-Id", session);
        using (await Http.SendAsync(end))
        using (var again = await BeginAsync(open, "alice", null)) Assert.AreEqual(HttpStatusCode.OK, again.StatusCode);
    }

    private static Task<HttpResponseMessage> BeginAsync(OpenServer open, string principal, string? revision)
    {
        var request = open.Request(HttpMethod.Post, principal, Initialize);
        if (revision is not null) request.Headers.Add("MCP-Protocol-Version", revision);
        return Http.SendAsync(request);
    }

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + this.Later;
    }
}
