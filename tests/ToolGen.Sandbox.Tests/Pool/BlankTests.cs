using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Pool;
using ToolGen.Sandbox.Tests.Hostile;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Pool;

/// <summary>When blank workers are started in place of those that were taken.</summary>
[TestClass]
public sealed class BlankTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    [TestMethod]
    public async Task Where_few_are_left_others_are_started_at_once()
    {
        var launcher = new FakeLauncher(worker => worker.BeginAsync());
        await using var blanks = new BlankWorkers(Of(launcher), Never);
        await blanks.WarmAsync(4);

        // Half of four are left after two; each that is taken then has a successor, though it never gets quiet.
        for (var i = 0; i < 2; i++) (await blanks.TakeAsync(default)).Worker.Dispose();
        Assert.AreEqual(4, launcher.Started);
        for (var i = 0; i < 3; i++) (await blanks.TakeAsync(default)).Worker.Dispose();
        await Alive.Until(() => blanks.Ids.Count == 2);

        Assert.AreEqual(7, launcher.Started);
        Assert.HasCount(2, blanks.Ids);
    }

    [TestMethod]
    public async Task Once_it_is_quiet_as_many_wait_as_before()
    {
        var launcher = new FakeLauncher(worker => worker.BeginAsync());
        await using var blanks = new BlankWorkers(Of(launcher), TimeSpan.FromMilliseconds(1));
        await blanks.WarmAsync(4);
        for (var i = 0; i < 2; i++) (await blanks.TakeAsync(default)).Worker.Dispose();
        await Alive.Until(() => blanks.Ids.Count == 4);

        Assert.AreEqual(6, launcher.Started);
        Assert.HasCount(4, blanks.Ids);
    }

    [TestMethod]
    public async Task What_is_closed_starts_none()
    {
        var launcher = new FakeLauncher(worker => worker.BeginAsync());
        var blanks = new BlankWorkers(Of(launcher), TimeSpan.FromMilliseconds(1));
        (await blanks.TakeAsync(default)).Worker.Dispose();
        await blanks.DisposeAsync();
        var started = launcher.Started;

        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => blanks.TakeAsync(default));
        await blanks.WarmAsync(4);
        Assert.AreEqual(started, launcher.Started);
        Assert.IsEmpty(blanks.Ids);
    }

    [TestMethod]
    public async Task A_sandbox_has_its_blank_workers_again_after_calls()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Blank = 2 });
        await sandbox.WarmAsync();
        foreach (var caller in new[] { "anna", "bert" })
            Assert.AreEqual("1", WorkerTool.Text(await sandbox.Of(CountTool.Instance, caller: caller).CallAsync(WorkerTool.Argument(""), new PinnedContext())));
        await Alive.Until(() => sandbox.Processes.Except(sandbox.Pool.Bound).Count() == 2);

        Assert.HasCount(2, sandbox.Processes.Except(sandbox.Pool.Bound));
        Assert.HasCount(2, sandbox.Pool.Bound);
    }

    private static SandboxOptions Of(FakeLauncher launcher) => Sandboxes.Options with { Launcher = launcher, Blank = 4 };
}
