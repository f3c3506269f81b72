using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;

namespace ToolGen.Hosting.Tests;

[TestClass]
public sealed class RecorderTests
{
    [TestMethod]
    public async Task Every_attempt_is_a_line_of_json_without_arguments_or_output()
    {
        var folder = Directory.CreateTempSubdirectory("toolgen records ").FullName;
        var path = Path.Combine(folder, "below", "calls.jsonl");
        try
        {
            for (var run = 0; run < 2; run++)
            {
                await using var host = new ToolHost(Grants.None, new() { Records = path });
                host.Add(new ToolCatalog(StubTool.Of("good", "1.0.0", "clock"), new StubTool("clock", static (context, _) => context.Now > default(System.DateTimeOffset) ? new(StubTool.Done) : default, "1.0.0", "clock")));
                await host.CallAsync("clock", "{\"password\":\"hunter2\"}"u8.ToArray(), new("agent", "c9"));
                await host.CallAsync("no such", default, new("agent"));
            }

            var text = await File.ReadAllTextAsync(path);
            Assert.DoesNotContain("hunter2", text);
            Assert.DoesNotContain("done", text);
            var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
            Assert.HasCount(4, lines);
            Assert.AreEqual("clock 1.0.0 agent c9 process none clock", $"{lines[0].GetProperty("tool")} {lines[0].GetProperty("version")} {lines[0].GetProperty("caller")} {lines[0].GetProperty("conversation")} {lines[0].GetProperty("place")} {lines[0].GetProperty("fault")} {lines[0].GetProperty("used")[0]}");
            Assert.AreEqual("no such caller not_found", $"{lines[1].GetProperty("reference")} {lines[1].GetProperty("fault")} {lines[1].GetProperty("errors")[0]}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public async Task Without_a_record_nothing_is_called()
    {
        var called = false;
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(null, null, new StubTool("look", (_, _) => { called = true; return new(StubTool.Done); }));
        recorder.Fault = "the disk is full";
        var error = (await host.CallAsync("look", default, ToolCaller.Application)).Errors[0];
        Assert.AreEqual((ToolErrorCodes.Unavailable, "this host calls no tools while it cannot record: the disk is full", false), (error.Code, error.Message, called));
    }

    [TestMethod]
    public async Task A_recorder_that_throws_ends_no_call_but_lets_no_other_begin()
    {
        var called = 0;
        await using var host = new ToolHost(Grants.None, null, new() { Recorder = new Broken() });
        host.Add(new ToolCatalog(new StubTool("look", (_, _) => { called++; return new(StubTool.Done); })));
        Assert.IsFalse((await host.CallAsync("look", default, ToolCaller.Application)).IsError);
        Assert.AreEqual("this host calls no tools while it cannot record: the recorder failed with TimeoutException", (await host.CallAsync("look", default, ToolCaller.Application)).Errors[0].Message);
        Assert.AreEqual(1, called);
    }

    [TestMethod]
    public async Task Once_a_record_is_kept_again_calls_are_made_again()
    {
        var called = 0;
        var recorder = new Broken();
        await using var host = new ToolHost(Grants.None, null, new() { Recorder = recorder });
        host.Add(new ToolCatalog(new StubTool("look", (_, _) => { called++; return new(StubTool.Done); })));
        Assert.IsFalse((await host.CallAsync("look", default, ToolCaller.Application)).IsError);
        Assert.IsTrue((await host.CallAsync("look", default, ToolCaller.Application)).IsError);
        recorder.IsMended = true;
        Assert.IsTrue((await host.CallAsync("look", default, ToolCaller.Application)).IsError, "whose record shows that it can");
        Assert.IsFalse((await host.CallAsync("look", default, ToolCaller.Application)).IsError);
        Assert.AreEqual(2, called);
    }

    [TestMethod]
    public async Task Closing_waits_for_what_runs_and_refuses_what_comes()
    {
        var open = new TaskCompletionSource<ToolResult>();
        var recorder = new MemoryRecorder();
        var host = recorder.Host(null, null, new StubTool("held", (_, _) => new(open.Task)));
        var running = host.CallAsync("held", default, ToolCaller.Application).AsTask();
        var closing = host.DisposeAsync().AsTask();
        Assert.AreEqual("this host is closing", (await host.CallAsync("held", default, ToolCaller.Application)).Errors[0].Message);
        Assert.IsFalse(closing.IsCompleted);
        open.SetResult(StubTool.Done);
        await closing;
        Assert.IsFalse((await running).IsError);
        Assert.HasCount(2, recorder.Records);
    }

    private sealed class Broken : ICallRecorder
    {
        public string? Fault => null;

        public bool IsMended { get; set; }

        public ValueTask RecordAsync(CallRecord record) => this.IsMended ? default : throw new TimeoutException();
    }

    [TestMethod]
    public async Task A_file_that_another_host_writes_is_refused_at_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("toolgen records ").FullName;
        try
        {
            var path = Path.Combine(folder, "calls.jsonl");
            await using (var first = new JsonLinesRecorder(path)) Assert.ThrowsExactly<IOException>(() => new JsonLinesRecorder(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
