using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Hostile;

/// <summary>Tools that harm their process: it ends, the call tells how, and the next call has another.</summary>
[TestClass]
public sealed class HostileToolTests
{
    [TestMethod]
    public async Task A_full_stack_ends_its_process() => await AssertEnds(DeepTool.Instance, "", SandboxEnd.Crashed, "internal: the tool's process ended with code 134", "Stack overflow");

    [TestMethod]
    public async Task A_tool_may_end_its_process_with_a_word() => await AssertEnds(FailFastTool.Instance, "", SandboxEnd.Crashed, "internal: the tool's process ended with code 134", "enough");

    [TestMethod]
    public async Task A_tool_may_end_its_process_quietly() => await AssertEnds(FailFastTool.Instance, "0", SandboxEnd.Crashed, "internal: the tool's process ended with code 0", "code 0");

    [TestMethod]
    public async Task Memory_ends_at_its_limit() =>
        await AssertEnds(MemoryTool.Instance, "", SandboxEnd.Memory, "limit: the tool wanted more memory than it may have", "", memory: 64L << 20);

    [TestMethod]
    public async Task What_is_written_among_the_frames_breaks_the_call_off() =>
        await AssertEnds(PrintTool.Instance, "frames", SandboxEnd.Protocol, "internal: the tool's process broke off", "");

    [TestMethod]
    [DataRow("console")]
    [DataRow("errors")]
    public async Task What_is_printed_elsewhere_is_nobody_s(string where)
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        Assert.AreEqual("printed", WorkerTool.Text(await sandbox.Of(PrintTool.Instance).CallAsync(WorkerTool.Argument(where), new PinnedContext())));
    }

    [TestMethod]
    public async Task An_output_that_is_too_long_is_the_error_limit()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        Assert.AreEqual(
            "limit: the output has more than 1000 bytes",
            (await sandbox.Of(LongTool.Instance, output: 1_000).CallAsync(WorkerTool.Argument("2000"), new PinnedContext())).ErrorText());
    }

    [TestMethod]
    public async Task An_output_of_megabytes_comes_whole()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        var text = WorkerTool.Text(await sandbox.Of(LongTool.Instance, output: 32 << 20).CallAsync(WorkerTool.Argument("5000000"), new PinnedContext()));
        Assert.AreEqual(5_000_000, text.Length);
    }

    [TestMethod]
    public async Task A_thread_that_outlives_its_call_has_no_more_effects()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        var tool = sandbox.Of(LingerTool.Instance);

        // A worker that computed while it waited is not used again, and a loaded machine may see it so: then the call is made once more.
        var asked = "elsewhere";
        for (var i = 0; i < 5 && asked == "elsewhere"; i++)
        {
            Assert.AreEqual("left", WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument("leave"), new PinnedContext())));
            asked = WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument("ask"), new PinnedContext()));
        }

        Assert.AreEqual("refused", asked);
    }

    [TestMethod]
    public async Task A_tool_that_looks_at_its_token_ends_by_itself_and_is_late_all_the_same()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        var result = await sandbox.Of(PatientTool.Instance, TimeSpan.FromMilliseconds(500)).CallAsync(WorkerTool.Argument(""), new PinnedContext());

        Assert.AreEqual("timeout: the tool ran longer than 0.5 s", result.ErrorText());
        Assert.AreEqual(SandboxEnd.TimedOut, runs.Last.End);
        Assert.IsEmpty(sandbox.Processes);
    }

    [TestMethod]
    public async Task A_class_that_is_no_tool_is_not_found()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        Assert.AreEqual("not_found: the assembly has no such tool", (await sandbox.Of(new NoTool()).CallAsync(WorkerTool.Argument(""), new PinnedContext())).ErrorText());
    }

    [TestMethod]
    public async Task Bytes_that_are_no_assembly_are_not_loaded()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        var result = await sandbox.Tool(new byte[100], "A.B", EchoTool.Instance.Descriptor, ToolLimits.Default, "tests", "broken").CallAsync(default(ReadOnlyMemory<byte>), new PinnedContext());

        StringAssert.StartsWith(result.ErrorText(), "internal: the tool could not be loaded: ");
        Assert.AreEqual(SandboxEnd.NotStarted, runs.Last.End);
    }

    private static async Task AssertEnds(WorkerTool tool, string argument, SandboxEnd end, string text, string reason, long? memory = null)
    {
        var runs = new Runs();
        var context = new PinnedContext();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });

        var result = await sandbox.Of(tool, memory: memory).CallAsync(WorkerTool.Argument(argument), context);

        Assert.AreEqual(end, runs.Last.End, runs.Last.Reason);
        Assert.AreEqual(text, result.ErrorText());
        StringAssert.Contains(runs.Last.Reason, reason);
        StringAssert.Contains(context.Lines.Last(), runs.Last.Reason);
        Assert.IsEmpty(sandbox.Processes.Where(Alive.Is));
        Assert.AreEqual("next", WorkerTool.Text(await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument("next"), context)));
    }
}
