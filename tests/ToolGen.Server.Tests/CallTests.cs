using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ToolGen.Registry;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class CallTests
{
    private static readonly string Throws = Specs.CountWords
        .Replace("count_words", "throw_words").Replace("return new Output(", "if (input.Text == \\\"bad\\\") return new Output(1 / (input.Text.Length - 3)); return new Output(");

    private static readonly string Endless = Specs.CountWords.Replace("count_words", "turn_words").Replace("return new Output(", "while (input.Text == \\\"turn\\\") { } return new Output(");

    [TestMethod]
    public async Task Wrong_arguments_are_answered_with_what_to_write_and_the_tools_own_fault_with_how_to_mend_it()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var handle = (await client.MakeAsync(Throws)).Handle();
        var wrong = await client.CallAsync(handle, """{"text":5}""");
        Assert.IsTrue(wrong.IsError);
        StringAssert.Contains(wrong.Text(), "/text");
        Assert.IsFalse(wrong.Text().Contains("make_tool", StringComparison.Ordinal));
        var fault = await client.CallAsync(handle, """{"text":"bad"}""");
        Assert.IsTrue(fault.IsError);
        StringAssert.Contains(fault.Text(), "not of your arguments");
        StringAssert.Contains(fault.Text(), "make_tool");
    }

    [TestMethod]
    public async Task A_client_that_gives_up_ends_the_call_and_one_that_asks_hears_of_its_progress()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var told = new ConcurrentQueue<ProgressNotificationValue>();
        var made = await client.CallToolAsync("make_tool", Specs.Arguments(Endless), new Sink(told.Enqueue));
        Assert.AreNotEqual(true, made.IsError, made.Text());
        Assert.IsTrue(told.Count >= 5, $"{told.Count} were told");
        using var stop = new CancellationTokenSource();
        var call = client.CallToolAsync("call_tool", new Dictionary<string, object?> { ["tool"] = made.Handle(), ["arguments"] = new { text = "turn" } }, new Sink(_ => stop.Cancel()), cancellationToken: stop.Token);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await call);
        for (var i = 0; i < 200 && open.Records.Count == 0; i++) await Task.Delay(50);
        Assert.AreEqual("canceled", open.Records.Single().Errors.Single());
    }

    [TestMethod]
    [DataRow("find_tools", "{}", "/need")]
    [DataRow("find_tools", """{"need":""}""", "/need")]
    [DataRow("find_tools", """{"need":"x","most":1000}""", "/most")]
    [DataRow("find_tools", """{"need":"x","moost":5}""", "most")]
    [DataRow("find_tools", """{"need":"x","samples":5}""", "/samples")]
    [DataRow("find_tools", """{"need":"x","samples":[5]}""", "/samples")]
    [DataRow("call_tool", """{"tool":5}""", "/tool")]
    [DataRow("call_tool", """{"tool":"x","arguments":[]}""", "/arguments")]
    [DataRow("make_tool", """{"spec":5}""", "/spec")]
    [DataRow("make_tool", "{}", "/spec")]
    [DataRow("report_outcome", """{"tool":"x","right":"yes"}""", "/right")]
    [DataRow("spec_guide", """{"kind":"magic"}""", "/kind")]
    public async Task Arguments_of_the_servers_own_tools_are_held_to_their_schemas(string tool, string arguments, string says)
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var answer = await client.CallToolAsync(tool, JsonElement.Parse(arguments).EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value));
        Assert.IsTrue(answer.IsError);
        StringAssert.Contains(answer.Text(), says);
    }

    [TestMethod]
    [DataRow("", "TG0")]
    [DataRow("{", "TG0")]
    [DataRow("[]", "TG0")]
    [DataRow("""{"name":"a","name":"b"}""", "TG0")]
    [DataRow("""{"name":"../x"}""", "TG0")]
    [DataRow("null", "TG0")]
    public async Task A_text_that_is_no_spec_is_findings(string spec, string id)
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        foreach (var tool in new[] { "check_spec", "make_tool" })
        {
            var answer = await client.AskAsync(tool, ("spec", spec));
            Assert.IsFalse(answer.StructuredContent!.Value.GetProperty("ok").GetBoolean());
            StringAssert.Contains(answer.Text(), id);
        }
    }

    [TestMethod]
    public async Task A_spec_that_is_too_large_is_refused_before_it_is_read()
    {
        await using var open = await OpenServer.ProcessAsync(options => options with { MaximumSpecBytes = 1_000 });
        var client = await open.ClientAsync();
        var answer = await client.AskAsync("check_spec", ("spec", new string(' ', 2_000)));
        Assert.IsTrue(answer.IsError);
        StringAssert.Contains(answer.Text(), "1000");
    }

    [TestMethod]
    public async Task An_answer_that_is_too_large_is_not_passed_on()
    {
        await using var open = await OpenServer.ProcessAsync(options => options with { MaximumAnswerBytes = 5 });
        var client = await open.ClientAsync();
        var answer = await client.CallAsync((await client.MakeAsync(Specs.CountWords)).Handle(), """{"text":"a"}""");
        Assert.IsTrue(answer.IsError);
        StringAssert.Contains(answer.Text(), "limit");
    }

    [TestMethod]
    public async Task What_becomes_of_a_version_holds_at_once()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        await open.Registry.ProposeAsync(await MadeAsync(open, client), "process");
        await open.ApproveAsync("count_words");
        Assert.AreNotEqual(true, (await client.CallAsync("count_words", """{"text":"a"}""")).IsError);
        Assert.AreNotEqual(true, (await client.AskAsync("report_outcome", ("tool", "count_words"), ("right", true))).IsError);
        Assert.IsTrue(open.Registry.Log().Any(record => record.Kind == "outcome"));
        await open.Registry.MarkAsync(open.Registry.List().Single().Id, ToolState.Revoked, "no longer", "person");
        var revoked = await client.CallAsync("count_words", """{"text":"a"}""");
        Assert.IsTrue(revoked.IsError);
        StringAssert.Contains(revoked.Text(), "not_found");
    }

    [TestMethod]
    public async Task A_tool_that_calls_one_that_was_taken_back_does_not_run_though_it_is_compiled()
    {
        const string Doubled =
            """
            {"name":"double_words","description":"Count the words of a text, twice over. Use it on plain text.","inputSchema":{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]},"outputSchema":{"type":"object","properties":{"words":{"type":"integer"}},"required":["words"]},"implementation":{"kind":"compose","steps":{"counted":{"tool":"count_words","input":{"text":"{text}"}}},"result":{"words":"counted.Words * 2"}},"examples":[{"input":{"text":"a b"},"output":{"words":4}},{"input":{"text":""},"output":{"words":0}}]}
            """;
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        var step = await MadeAsync(open, client);
        await open.Registry.ProposeAsync(step, "process");
        await open.ApproveAsync("count_words");
        var made = await client.MakeAsync(Doubled);
        Assert.AreNotEqual(true, made.IsError, made.Text());
        var handle = made.Handle();
        Assert.AreEqual("""{"words":6}""", (await client.CallAsync(handle, """{"text":"a b c"}""")).Text());
        Assert.AreNotEqual(true, (await client.AskAsync("propose_tool", ("handle", handle))).IsError);
        await open.ApproveAsync("double_words");
        Assert.AreEqual("""{"words":2}""", (await client.CallAsync("double_words", """{"text":"a"}""")).Text());
        await open.Registry.MarkAsync(step, ToolState.Revoked, "no longer", "person");
        foreach (var tool in new[] { "double_words", handle })
        {
            var refused = await client.CallAsync(tool, """{"text":"a"}""");
            Assert.IsTrue(refused.IsError, refused.Text());
            StringAssert.Contains(refused.Text(), "count_words");
        }
    }

    [TestMethod]
    public async Task The_list_tells_how_long_it_holds_and_clients_that_listen_of_its_changes()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync(version: "2025-11-25");
        var changed = new TaskCompletionSource();
        await using var listening = client.RegisterNotificationHandler(NotificationMethods.ToolListChangedNotification, (_, _) =>
        {
            changed.TrySetResult();
            return default;
        });
        var listed = await client.ListToolsAsync(new ListToolsRequestParams());
        Assert.AreEqual(8, listed.Tools.Count);
        Assert.AreEqual(TimeSpan.FromSeconds(30), listed.TimeToLive);
        await open.Registry.ProposeAsync(await MadeAsync(open, client), "process");
        await open.ApproveAsync("count_words");
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.AreEqual(9, (await client.ListToolsAsync(new ListToolsRequestParams())).Tools.Count);
    }

    private static async Task<string> MadeAsync(OpenServer open, ModelContextProtocol.Client.McpClient client)
    {
        Assert.AreNotEqual(true, (await client.MakeAsync(Specs.CountWords)).IsError);
        return open.Registry.List(ToolState.Session).Single().Id;
    }

    private sealed class Sink(Action<ProgressNotificationValue> take) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => take(value);
    }
}
