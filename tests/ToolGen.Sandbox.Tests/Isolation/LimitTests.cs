using System;
using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>What a worker uses of the machine ends where its limits say.</summary>
[TestClass]
public sealed class LimitTests
{
    private static readonly WorkerLimits Wide = new(1L << 30, TimeSpan.FromSeconds(60), 500);

    [TestMethod]
    [DataRow("managed memory")]
    [DataRow("native memory")]
    public void Memory_ends_at_the_limit(string bomb)
    {
        using var worker = Limited(bomb, Wide with { MemoryBytes = 96L << 20 });
        var line = worker.Line();

        // An exception that the tool sees, or the end of its process: both are ends.
        if (line is null) Assert.AreNotEqual(0, worker.Code());
        else Assert.IsLessThan(200, int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture), line);
    }

    [TestMethod]
    public void Threads_end_at_the_limit()
    {
        using var worker = Limited("threads", Wide with { Threads = 40 });
        if (worker.Line() is { } line) Assert.IsLessThan(60, int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture), line);
        else Assert.AreNotEqual(0, worker.Code());
    }

    [TestMethod]
    public void Processor_time_ends_at_the_limit()
    {
        using var worker = Limited("processor on threads", Wide with { Processor = TimeSpan.FromSeconds(1) });
        Assert.AreNotEqual(0, worker.Code());
        Assert.IsLessThan(5, worker.Processor.TotalSeconds);
    }

    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public void Failing_fast_ends_the_worker_alone(IsolationLevel level)
    {
        using var worker = Workers.Start(level, "fail fast");
        Assert.AreEqual("here", worker.Line());
        worker.Go();
        Assert.AreNotEqual(0, worker.Code());
        StringAssert.Contains(worker.Errors, "as asked");
    }

    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public void A_stack_that_overflows_ends_the_worker_alone(IsolationLevel level)
    {
        using var worker = Workers.Start(level, "stack");
        Assert.AreEqual("here", worker.Line());
        worker.Go();
        Assert.AreNotEqual(0, worker.Code());
    }

    [TestMethod]
    [DataRow("threads, held")]
    [DataRow("native memory, held")]
    [DataRow("tables of pages, held")]
    public void A_look_from_outside_ends_what_no_kernel_counts(string bomb)
    {
        using var worker = Workers.Start(IsolationLevel.Seccomp, bomb);
        Assert.AreEqual("here", worker.Line());
        using var watch = BoundsWatch.OfStatus(worker.Id, ProcessStatus.Of(worker.Id)!.Value.HeldBytes, Wide with { Threads = 40, MemoryBytes = 96L << 20 }, worker.Kill);
        worker.Go();
        Assert.IsNull(worker.Line());
        Assert.AreNotEqual(0, worker.Code());
    }

    [TestMethod]
    public void A_control_group_bounds_memory_that_no_limit_of_a_process_counts()
    {
        if (!ControlGroup.IsHere) Assert.Inconclusive("this process may make no control groups here");
        using var worker = Workers.Start(IsolationLevel.Process, "shared memory");
        Assert.AreEqual("here", worker.Line(), worker.Errors);
        worker.Limit(Wide with { MemoryBytes = 96L << 20 });
        worker.Go();
        Assert.IsNull(worker.Line());
        Assert.AreNotEqual(0, worker.Code());
    }

    [TestMethod]
    public void Memory_that_no_limit_of_a_process_counts_is_not_to_be_had_behind_the_filter()
    {
        using var worker = Workers.Start(IsolationLevel.Seccomp, "shared memory");
        Assert.AreEqual("here", worker.Line(), worker.Errors);
        worker.Go();
        Assert.AreEqual("megabytes 0", worker.Line());
    }

    [TestMethod]
    public void A_control_group_bounds_and_is_gone_afterwards()
    {
        if (!ControlGroup.IsHere) Assert.Inconclusive("this process may make no control groups here");
        using var worker = Workers.Start(IsolationLevel.Seccomp, "threads");
        Assert.AreEqual("here", worker.Line());
        var group = ControlGroup.Create(worker.Id, Wide with { Threads = 40 })!;
        worker.Go();
        var line = worker.Line();
        worker.Kill();
        worker.Code();
        group.Dispose();
        Assert.IsLessThan(60, int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture), line);
        Assert.IsTrue(group.IsGone);
    }

    private static IWorkerProcess Limited(string bomb, WorkerLimits limits)
    {
        var worker = Workers.Start(Workers.Strongest(), bomb);
        Assert.AreEqual("here", worker.Line(), worker.Errors);
        worker.Limit(limits);
        worker.Go();
        return worker;
    }
}
