using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Pool;

[TestClass]
public sealed class PoolTests
{
    [TestMethod]
    public async Task The_same_version_and_caller_have_their_process_again_and_nobody_else_has_it()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);

        var texts = new List<string>();
        foreach (var (version, caller) in new[] { ("1", "anna"), ("1", "anna"), ("1", "bert"), ("2", "anna"), ("1", "anna") })
            texts.Add(WorkerTool.Text(await sandbox.Of(CountTool.Instance, caller: caller, version: version).CallAsync(WorkerTool.Argument(""), new PinnedContext())));

        Assert.AreEqual("1 2 1 1 3", string.Join(' ', texts));
    }

    [TestMethod]
    public async Task Two_tools_of_one_assembly_have_processes_of_their_own()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext());
        await sandbox.Of(CountTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext());
        await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext());
        Assert.HasCount(2, sandbox.Processes);
    }

    [TestMethod]
    public async Task Calls_at_a_time_have_processes_of_their_own()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        using var stop = new CancellationTokenSource();
        var contexts = Enumerable.Range(0, 3).Select(_ => new PinnedContext()).ToArray();
        var calls = contexts.Select(context => sandbox.Of(PatientTool.Instance).CallAsync(WorkerTool.Argument(""), context, stop.Token).AsTask()).ToArray();
        await Alive.Until(() => contexts.All(context => context.Lines.Count > 0));

        Assert.HasCount(3, sandbox.Processes.Distinct().Where(Alive.Is));
        await stop.CancelAsync();
        foreach (var result in await Task.WhenAll(calls)) Assert.AreEqual(ToolErrorCodes.Canceled, result.Errors[0].Code);
    }

    [TestMethod]
    public async Task More_calls_than_may_run_wait_for_their_turn()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Running = 1 });
        var tool = sandbox.Of(CountTool.Instance);

        var texts = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument(""), new PinnedContext()))));

        Assert.AreEqual("1 2 3 4 5", string.Join(' ', texts.Order()));
        Assert.HasCount(1, sandbox.Processes);
    }

    [TestMethod]
    public async Task A_wait_for_a_turn_can_be_given_up()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Running = 1 });
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var context = new PinnedContext();
        var running = sandbox.Of(PatientTool.Instance).CallAsync(WorkerTool.Argument(""), context, first.Token);
        await Alive.Until(() => context.Lines.Count > 0);
        var waiting = sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument(""), context, second.Token);
        await second.CancelAsync();

        Assert.AreEqual(ToolErrorCodes.Canceled, (await waiting).Errors[0].Code);
        await first.CancelAsync();
        await running;
    }

    [TestMethod]
    public async Task Blank_workers_wait_once_they_are_wanted_and_none_is_bound_to_anything()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Blank = 2 });
        Assert.IsEmpty(sandbox.Processes);
        await sandbox.WarmAsync();
        var blank = sandbox.Processes;
        Assert.HasCount(2, blank);

        Assert.AreEqual("1", WorkerTool.Text(await sandbox.Of(CountTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext())));
        Assert.HasCount(1, sandbox.Pool.Bound.Intersect(blank));
    }

    [TestMethod]
    public async Task A_worker_that_is_warmed_beyond_those_that_wait_has_no_successor()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Blank = 0 });
        await sandbox.WarmAsync(1);
        var warmed = sandbox.Processes;
        Assert.HasCount(1, warmed);

        Assert.AreEqual("1", WorkerTool.Text(await sandbox.Of(CountTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext())));
        CollectionAssert.AreEqual(warmed.ToArray(), sandbox.Processes.ToArray());
    }

    [TestMethod]
    public async Task What_has_no_work_for_long_ends()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Blank = 1, Idle = TimeSpan.FromMilliseconds(200) });
        await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext());
        await sandbox.WarmAsync();
        var ids = sandbox.Processes;
        await Alive.Until(() => !ids.Any(Alive.Is));

        Assert.IsEmpty(ids.Where(Alive.Is));
        Assert.AreEqual("again", WorkerTool.Text(await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument("again"), new PinnedContext())));
    }

    [TestMethod]
    public async Task A_worker_serves_so_many_calls_and_then_another_one_does()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Calls = 2 });
        var tool = sandbox.Of(CountTool.Instance);
        var texts = new List<string>();
        for (var i = 0; i < 5; i++) texts.Add(WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument(""), new PinnedContext())));
        Assert.AreEqual("1 2 1 2 1", string.Join(' ', texts));
    }

    [TestMethod]
    public async Task Of_those_that_wait_the_oldest_goes_first()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Waiting = 1 });
        Assert.AreEqual("1", await Count("anna"));
        Assert.AreEqual("1", await Count("bert"));
        Assert.AreEqual("2", await Count("bert"));
        Assert.AreEqual("1", await Count("anna"));
        Assert.HasCount(1, sandbox.Processes);

        async Task<string> Count(string caller) => WorkerTool.Text(await sandbox.Of(CountTool.Instance, caller: caller).CallAsync(WorkerTool.Argument(""), new PinnedContext()));
    }

    [TestMethod]
    public async Task Closing_ends_calls_and_leaves_no_process()
    {
        var sandbox = new Sandbox(Sandboxes.Options with { Blank = 2 });
        await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument(""), new PinnedContext());
        var context = new PinnedContext();
        var running = sandbox.Of(PatientTool.Instance).CallAsync(WorkerTool.Argument(""), context);
        await Alive.Until(() => context.Lines.Count > 0);
        await sandbox.WarmAsync();
        var ids = sandbox.Processes;
        Assert.IsGreaterThanOrEqualTo(3, ids.Count);
        await sandbox.DisposeAsync();

        Assert.AreEqual(ToolErrorCodes.Canceled, (await running).Errors[0].Code);
        await Alive.Until(() => !ids.Any(Alive.Is));
        Assert.IsEmpty(ids.Where(Alive.Is));
        Assert.AreEqual(ToolErrorCodes.Unavailable, (await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument(""), context)).Errors[0].Code);
    }
}
