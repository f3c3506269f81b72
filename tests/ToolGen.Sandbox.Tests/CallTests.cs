using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests;

[TestClass]
public sealed class CallTests
{
    [TestMethod]
    public async Task A_tool_answers_from_a_process_of_its_own()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        var tool = sandbox.Of(EchoTool.Instance);

        Assert.AreEqual("héllo 😀", WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument("héllo 😀"), new PinnedContext())));
        Assert.AreEqual("again", WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument("again"), new PinnedContext())));

        CollectionAssert.AreEqual(new[] { (SandboxEnd.Answered, true), (SandboxEnd.Answered, false) }, runs.All.Select(run => (run.End, run.IsFresh)).ToArray());
        Assert.AreEqual(IsolationLevel.Process, runs.Last.Isolation);
        Assert.HasCount(1, sandbox.Processes);
        Assert.AreNotEqual(Environment.ProcessId, sandbox.Processes[0]);
    }

    [TestMethod]
    public async Task Clock_random_numbers_zones_settings_and_log_are_those_of_the_context()
    {
        var (here, there) = (new PinnedContext(), new PinnedContext());
        await using var sandbox = new Sandbox(Sandboxes.Options);

        var direct = WorkerTool.Text(await BasicTool.Instance.CallAsync(WorkerTool.Argument(""), here));
        var apart = WorkerTool.Text(await sandbox.Of(BasicTool.Instance).CallAsync(WorkerTool.Argument(""), there));

        Assert.AreEqual(direct, apart);
        CollectionAssert.AreEqual(here.Lines, there.Lines);
    }

    [TestMethod]
    public async Task An_endless_loop_ends_at_its_limit_and_its_process_with_it()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        var result = await sandbox.Of(LoopTool.Instance, TimeSpan.FromSeconds(3)).CallAsync(WorkerTool.Argument(""), new PinnedContext());

        Assert.AreEqual("timeout: the tool ran longer than 3 s", result.ErrorText());
        Assert.AreEqual(SandboxEnd.TimedOut, runs.Last.End);
        Assert.IsGreaterThan(TimeSpan.Zero, runs.Last.Processor);
        Assert.IsEmpty(sandbox.Processes);
    }

    [TestMethod]
    public async Task A_caller_that_gives_up_has_its_answer_though_the_tool_runs_on()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var result = await sandbox.Of(LoopTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext(), source.Token);

        Assert.AreEqual(ToolErrorCodes.Canceled, result.Errors[0].Code);
        Assert.AreEqual(SandboxEnd.Canceled, runs.Last.End);
    }

    [TestMethod]
    public void A_machine_that_isolates_too_little_is_refused() =>
        Assert.ThrowsExactly<PlatformNotSupportedException>(() => new Sandbox(Sandboxes.Options with { Minimum = IsolationLevel.Seccomp }));
}
