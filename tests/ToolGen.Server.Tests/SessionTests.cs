using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ToolGen.Effects;
using ToolGen.Hosting;
using ToolGen.Registry;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class SessionTests
{
    private const string Clocked =
        """
        {"name":"what_day","description":"Say what day it is.","inputSchema":{"type":"object","properties":{}},"outputSchema":{"type":"object","properties":{"day":{"type":"string"}},"required":["day"]},"capabilities":["clock"],"implementation":{"kind":"code","body":"return new Output(context.Now.ToString(\"yyyy-MM-dd\"));"},"examples":[{"input":{},"given":{"now":"2027-01-02T00:00:00Z"},"output":{"day":"2027-01-02"}}]}
        """;

    [TestMethod]
    public async Task A_handle_expires()
    {
        var time = new LaterTime();
        await using var open = await OpenServer.ProcessAsync(options => options with { Time = time, SessionTime = TimeSpan.FromMinutes(10) });
        var client = await open.ClientAsync();
        var handle = (await client.MakeAsync(Specs.CountWords)).Handle();
        Assert.AreNotEqual(true, (await client.CallAsync(handle, """{"text":"a"}""")).IsError);
        time.Later = TimeSpan.FromMinutes(11);
        var late = await client.CallAsync(handle, """{"text":"a"}""");
        Assert.IsTrue(late.IsError);
        StringAssert.Contains(late.Text(), "make_tool");
    }

    [TestMethod]
    public async Task Handles_are_long_and_never_the_same_and_no_record_holds_one()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var (first, second) = ((await client.MakeAsync(Specs.CountWords)).Handle(), (await client.MakeAsync(Specs.CountWords)).Handle());
        Assert.AreNotEqual(first, second);
        Assert.IsTrue(first.Length >= "session:".Length + 43);
        await client.CallAsync(first, """{"text":"a"}""");
        await client.CallAsync("session:" + new string('A', 43), """{"text":"a"}""");
        Assert.AreEqual(2, open.Records.Count);
        Assert.AreEqual("count_words", open.Records[0].Tool);
        Assert.IsNull(open.Records[1].Tool);
        Assert.IsFalse(open.Records.Any(record => record.Reference.Contains(first, StringComparison.Ordinal) || record.Reference.Length > 60));
    }

    [TestMethod]
    public async Task One_more_than_a_caller_may_have_ends_the_one_that_was_not_called_for_longest()
    {
        await using var open = await OpenServer.ProcessAsync(options => options with { SessionTools = 2 });
        var client = await open.ClientAsync();
        var handles = new List<string>();
        foreach (var version in new[] { "1.0.0", "1.0.1", "1.0.2" }) handles.Add((await client.MakeAsync(Specs.Numbered(version))).Handle());
        Assert.IsTrue((await client.CallAsync(handles[0], """{"text":"a"}""")).IsError);
        Assert.AreNotEqual(true, (await client.CallAsync(handles[1], """{"text":"a"}""")).IsError);
        Assert.AreNotEqual(true, (await client.CallAsync(handles[2], """{"text":"a"}""")).IsError);
    }

    [TestMethod]
    public async Task What_a_session_may_not_do_is_refused_with_the_line_that_would_allow_it()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var refused = await client.MakeAsync(Clocked);
        Assert.IsTrue(refused.IsError);
        StringAssert.Contains(refused.Text(), """{"session": {"allow": ["clock"]}}""");
        Assert.IsTrue(open.Registry.Log().Any(record => record.Kind == "denied"));
        Assert.IsFalse(open.Registry.List().Any());
    }

    [TestMethod]
    public async Task What_the_policy_allows_is_made_and_runs()
    {
        await using var open = await OpenServer.ProcessAsync(options => options with { Grants = Grants.None with { SessionAllow = ["clock"] } });
        var client = await open.ClientAsync();
        var made = await client.MakeAsync(Clocked);
        Assert.AreNotEqual(true, made.IsError, made.Text());
        var answer = await client.CallAsync(made.Handle(), "{}");
        StringAssert.Contains(answer.Text(), DateTime.UtcNow.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow(true, null)]
    [DataRow(false, null)]
    [DataRow(true, "2025-11-25")]
    [DataRow(false, "2025-11-25")]
    [DataRow(null, null)]
    public async Task A_person_at_the_client_may_allow_what_the_policy_asks_about_for_the_session_and_approves_nothing(bool? answer, string? version)
    {
        await using var open = await OpenServer.ProcessAsync(options => options with { Grants = Grants.None with { SessionAsk = ["clock"] } });
        var asked = 0;
        var client = await open.ClientAsync(version: version, configure: options =>
        {
            if (answer is not { } yes) return;
            options.Handlers.ElicitationHandler = (request, _) =>
            {
                Interlocked.Increment(ref asked);
                StringAssert.Contains(request!.Message, "what_day");
                return new(new ElicitResult { Action = "accept", Content = new Dictionary<string, JsonElement> { ["allow"] = JsonElement.Parse(yes ? "true" : "false") } });
            };
        });
        var made = await client.MakeAsync(Clocked);
        Assert.AreEqual(answer is null ? 0 : 1, asked);
        Assert.AreEqual(answer != true, made.IsError == true, made.Text());
        Assert.IsFalse(open.Registry.List(ToolState.Approved).Any());
        if (answer != true) return;
        Assert.IsTrue(open.Registry.Log().Any(record => record.Kind == "allowed"));
        Assert.AreNotEqual(true, (await client.CallAsync(made.Handle(), "{}")).IsError);
    }

    [TestMethod]
    public async Task What_a_person_rejected_or_took_back_is_not_made_again()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var made = await client.MakeAsync(Specs.CountWords);
        var id = open.Registry.List().Single().Id;
        await open.Registry.ProposeAsync(id, "process");
        await open.Registry.MarkAsync(id, ToolState.Rejected, "words are not only parted by blanks", "person");
        var again = await client.MakeAsync(Specs.CountWords);
        Assert.IsTrue(again.IsError);
        StringAssert.Contains(again.Text(), "words are not only parted by blanks");
        Assert.IsTrue((await client.CallAsync(made.Handle(), """{"text":"a"}""")).IsError, "the handle of before opens it");
    }

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + this.Later;
    }
}
