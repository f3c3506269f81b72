using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Protocol;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Hostile;

/// <summary>Workers that do not speak the protocol: each is killed, its call ends, the host goes on.</summary>
[TestClass]
public sealed class HostileWorkerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [TestMethod]
    public async Task That_never_says_hello_is_given_up() =>
        await AssertEnds(_ => Task.CompletedTask, SandboxEnd.NotStarted, "unavailable: a worker did not start within 0.3 s", start: Short);

    [TestMethod]
    public async Task That_never_loads_its_tool_is_given_up() =>
        await AssertEnds(
            worker => worker.SendAsync(new FrameWriter(FrameKind.Hello).Int(FrameLimits.Protocol)), SandboxEnd.NotStarted, "unavailable: a worker did not load its tool within 4 s", start: TimeSpan.FromSeconds(4));

    [TestMethod]
    public async Task That_cannot_load_its_tool_says_why() =>
        await AssertEnds(
            async worker =>
            {
                await worker.SendAsync(new FrameWriter(FrameKind.Hello).Int(FrameLimits.Protocol));
                await worker.NextAsync();
                await worker.SendAsync(new FrameWriter(FrameKind.Bound).OptionalText("bad image"));
            },
            SandboxEnd.NotStarted, "internal: the tool could not be loaded: bad image");

    [TestMethod]
    public async Task Of_another_protocol_is_refused() =>
        await AssertEnds(worker => worker.SendAsync(new FrameWriter(FrameKind.Hello).Int(77)), SandboxEnd.Protocol, reason: "it speaks the protocol 77, this host 1");

    [TestMethod]
    public Task That_says_hello_twice() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Hello).Int(FrameLimits.Protocol)), "it said hello twice");

    [TestMethod]
    public Task That_says_twice_that_it_is_bound() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Bound).OptionalText(null)), "it says that it is bound");

    [TestMethod]
    public Task Whose_frame_has_a_negative_length() => AssertBreaks(worker => worker.SendAsync(255, 255, 255, 255, 70), "a frame of an impossible length");

    [TestMethod]
    public Task Whose_frame_has_no_kind() => AssertBreaks(worker => worker.SendAsync(0, 0, 0, 0, 0), "a frame of an impossible length");

    [TestMethod]
    public Task Whose_frame_is_of_an_unknown_kind() => AssertBreaks(worker => worker.SendAsync(5, 0, 0, 0, 99, 0, 0, 0, 0), "a frame of the kind 99");

    [TestMethod]
    public Task That_sends_what_only_hosts_send() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Bind).Int(1)), "a frame of the kind 1");

    [TestMethod]
    public Task Whose_field_goes_beyond_its_frame() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Log).Int(1).Int(1_000)), "a field that goes beyond its frame");

    [TestMethod]
    public Task Whose_field_has_a_negative_length() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Log).Int(1).Int(-1)), "a field that goes beyond its frame");

    [TestMethod]
    public Task Whose_frame_goes_on_behind_its_end() =>
        AssertBreaks(worker => worker.AskAsync(1, 1, EffectKind.Now, frame => frame.Int(0)), "bytes behind the end of a frame");

    [TestMethod]
    public Task Whose_text_is_no_text() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Log).Int(1).Bytes([0xC3, 0x28])), "a text that is no UTF-8");

    [TestMethod]
    public Task Whose_list_is_longer_than_its_frame() =>
        AssertBreaks(worker => worker.AskAsync(1, 1, EffectKind.FindFiles, frame => frame.Int(int.MaxValue)), "a list that is longer than its frame");

    [TestMethod]
    [DataRow("FindFiles", 5)]
    [DataRow("Http", 8)]
    public Task Whose_list_holds_nothing_and_takes_all_memory(string kind, int each) => AssertBreaks(
        worker => worker.AskAsync(1, 1, Enum.Parse<EffectKind>(kind), frame =>
        {
            const int bytes = 30_000_000;
            if (kind == "Http") frame.Text("GET").Text("https://a.example/");
            frame.Int(bytes / each).Bytes(new byte[bytes]);
        }),
        "a frame of which far more is made than it has bytes");

    [TestMethod]
    public Task Whose_truth_value_is_neither() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Result).Int(1).Byte(2)), "a truth value that is neither");

    [TestMethod]
    public Task Whose_effect_is_unknown() => AssertBreaks(worker => worker.AskAsync(1, 1, (EffectKind)200), "an effect of the kind 200");

    [TestMethod]
    public Task That_uses_a_file_that_it_has_not_opened() =>
        AssertBreaks(worker => worker.AskAsync(1, 1, EffectKind.ReadFile, frame => frame.Int(7).Int(10)), "files that it has not opened");

    [TestMethod]
    public Task That_uses_a_session_that_it_has_not_opened() =>
        AssertBreaks(worker => worker.AskAsync(1, 1, EffectKind.CommitData, frame => frame.Int(7)), "sessions that it has not opened");

    [TestMethod]
    public Task That_draws_before_there_are_random_numbers() =>
        AssertBreaks(worker => worker.AskAsync(1, 1, EffectKind.Draw, frame => frame.Byte(1).Long(0).Long(0)), "a draw before there were random numbers");

    [TestMethod]
    public Task That_answers_a_call_that_was_never_made() => AssertBreaks(worker => worker.AnswerAsync(99), "a call that was never made");

    [TestMethod]
    public Task Whose_output_is_no_JSON() => AssertBreaks(worker => worker.AnswerAsync(1, "{\"a\":"), "an output that is no JSON");

    [TestMethod]
    public Task That_fails_without_an_error() => AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Result).Int(1).Bool(true).Int(0)), "a failure without errors, or with too many");

    [TestMethod]
    public Task That_logs_without_end() =>
        AssertBreaks(
            async worker =>
            {
                while (!worker.IsKilled) await worker.SendAsync(new FrameWriter(FrameKind.Log).Int(1).Text("again"));
            },
            "it logs without end");

    [TestMethod]
    public Task That_gives_up_what_it_never_asked_for() =>
        AssertBreaks(worker => worker.SendAsync(new FrameWriter(FrameKind.Abandon).Int(1).Int(1)), "it gives up more effects than it asked for");

    [TestMethod]
    public Task Whose_log_line_is_endless() => AssertBreaks(
        worker => worker.SendAsync(0xFF, 0xFF, 0xFF, 0x7F, (byte)FrameKind.Log), $"{int.MaxValue - 1} bytes of Log, where {FrameLimits.FromWorker(FrameKind.Log, 0)} are the most");

    [TestMethod]
    public async Task Whose_output_is_too_long_is_told_so_before_it_is_read() =>
        await AssertEnds(
            async worker =>
            {
                await worker.BeginAsync();
                await worker.SendAsync(0xFF, 0xFF, 0xFF, 0x7F, (byte)FrameKind.Result);
            },
            SandboxEnd.Protocol, "limit: the output has more than 1048576 bytes");

    [TestMethod]
    public async Task Whose_output_is_somewhat_too_long_is_told_the_same() =>
        await AssertEnds(
            async worker =>
            {
                await worker.BeginAsync();
                await worker.AnswerAsync(1, "\"" + new string('x', 1 << 20) + "\"");
            },
            SandboxEnd.Protocol, "limit: the output has more than 1048576 bytes");

    [TestMethod]
    public async Task That_closes_its_pipe_has_ended() =>
        await AssertEnds(
            async worker =>
            {
                await worker.BeginAsync();
                worker.Exit(3);
            },
            SandboxEnd.Crashed, "internal: the tool's process ended with code 3");

    [TestMethod]
    public async Task That_breaks_off_within_a_frame_has_broken_off() =>
        await AssertEnds(
            async worker =>
            {
                await worker.BeginAsync();
                await worker.SendAsync(100, 0, 0, 0, (byte)FrameKind.Result, 1);
                worker.Exit(0);
            },
            SandboxEnd.Protocol, reason: "a frame that is cut off");

    [TestMethod]
    public async Task That_never_reads_holds_nobody_up()
    {
        // Each answer is a megabyte, and none of them is ever taken.
        await AssertEnds(
            async worker =>
            {
                await worker.BeginAsync();
                for (var number = 1; !worker.IsKilled; number++) await worker.AskAsync(1, number, EffectKind.Setting, frame => frame.Text("large"));
            },
            SandboxEnd.TimedOut, "timeout: the tool ran longer than 1 s", timeout: TimeSpan.FromSeconds(1));
    }

    [TestMethod]
    public async Task That_never_takes_its_arguments_holds_nobody_up()
    {
        var launcher = new FakeLauncher(async worker =>
        {
            await worker.SendAsync(new FrameWriter(FrameKind.Hello).Int(FrameLimits.Protocol));
            await worker.NextAsync();
            await worker.SendAsync(new FrameWriter(FrameKind.Bound).OptionalText(null));
        });
        await using var sandbox = new Sandbox(Sandboxes.Options with { Launcher = launcher });
        var calling = sandbox.Of(EchoTool.Instance, TimeSpan.FromSeconds(1)).CallAsync(new byte[4 << 20], new PinnedContext());
        Assert.AreEqual(ToolErrorCodes.Timeout, (await calling).Errors[0].Code);
    }

    [TestMethod]
    public async Task That_goes_on_after_its_call_is_heard_no_more_and_then_ended()
    {
        var launcher = new FakeLauncher(async worker =>
        {
            await worker.BeginAsync();
            await worker.AnswerAsync(1);
            for (var number = 1; !worker.IsKilled; number++) await worker.AskAsync(1, number, EffectKind.Setting, frame => frame.Text("late"));
        });
        var context = new LargeContext();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Launcher = launcher });
        var tool = sandbox.Of(EchoTool.Instance);

        Assert.AreEqual("done", WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument(""), context)));
        await launcher.Last!.Exited.WaitAsync(TimeSpan.FromSeconds(30));
        CollectionAssert.DoesNotContain(context.Asked.ToArray(), "late");

        // The next call has another one.
        Assert.AreEqual("done", WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument(""), context)));
        Assert.AreEqual(2, launcher.Started);
    }

    [TestMethod]
    public async Task That_numbers_two_effects_alike_is_ended()
    {
        var context = new LargeContext().With(new NeverAnsweringHttp());
        await AssertEnds(
            async worker =>
            {
                await worker.BeginAsync();
                for (var i = 0; i < 2; i++) await worker.AskAsync(1, 5, EffectKind.Http, frame => HttpFields.Write(frame, new ToolHttpRequest("GET", "https://a.example/")));
            },
            SandboxEnd.Protocol, reason: "two effects of one number", context: context);
    }

    private static Task AssertBreaks(Func<FakeWorker, Task> script, string reason) => AssertEnds(
        async worker =>
        {
            await worker.BeginAsync();
            await script(worker);
        },
        SandboxEnd.Protocol, "internal: the tool's process broke off", reason);

    private static async Task AssertEnds(
        Func<FakeWorker, Task> script, SandboxEnd end, string? text = null, string? reason = null, TimeSpan? start = null, TimeSpan? timeout = null, ToolContext? context = null)
    {
        var (runs, launcher) = (new Runs(), new FakeLauncher(script));
        await using var sandbox = new Sandbox(Sandboxes.Options with { Launcher = launcher, Ran = runs.Add, Start = start ?? TimeSpan.FromSeconds(60) });

        var result = await sandbox.Of(EchoTool.Instance, timeout).CallAsync(WorkerTool.Argument(""), context ?? new LargeContext());

        Assert.AreEqual(end, runs.Last.End, runs.Last.Reason);
        if (text is not null) Assert.AreEqual(text, result.ErrorText());
        if (reason is not null) Assert.AreEqual(reason, runs.Last.Reason);
        Assert.IsTrue(launcher.Last!.IsKilled);
        Assert.IsEmpty(sandbox.Processes);
    }
}
