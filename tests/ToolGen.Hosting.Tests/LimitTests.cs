using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Hosting.Tests;

[TestClass]
public sealed class LimitTests
{
    [TestMethod]
    public async Task A_thousand_calls_at_once_are_all_answered_and_never_more_run_than_may()
    {
        var (running, most) = (0, 0);
        var tool = new StubTool("busy", async (_, token) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Delay(1, token);
            Interlocked.Decrement(ref running);
            return StubTool.Done;
        });
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(new() { Records = null, MaximumCalls = 50 }, null, tool);
        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => host.CallAsync("busy", default, ToolCaller.Application).AsTask()));
        Assert.IsTrue(Array.TrueForAll(results, result => !result.IsError));
        Assert.IsLessThanOrEqualTo(50, most);
        Assert.HasCount(1000, recorder.Records);
        Assert.AreEqual(1000, host.Usage.Single().Answered);
    }

    [TestMethod]
    public async Task Who_finds_no_place_to_wait_or_waits_too_long_is_told()
    {
        var open = new TaskCompletionSource<ToolResult>();
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(new() { Records = null, MaximumCalls = 1, MaximumWaiting = 1, MaximumWait = TimeSpan.FromMilliseconds(100) }, null, new StubTool("held", (_, _) => new(open.Task)));
        var first = host.CallAsync("held", default, ToolCaller.Application).AsTask();
        var waiting = host.CallAsync("held", default, ToolCaller.Application).AsTask();
        var third = await host.CallAsync("held", default, ToolCaller.Application);
        Assert.AreEqual(ToolErrorCodes.Unavailable, third.Errors[0].Code);
        Assert.AreEqual(ToolErrorCodes.Unavailable, (await waiting).Errors[0].Code);
        using var stop = new CancellationTokenSource();
        var given = host.CallAsync("held", default, ToolCaller.Application, stop.Token).AsTask();
        await stop.CancelAsync();
        Assert.AreEqual(ToolErrorCodes.Canceled, (await given).Errors[0].Code);
        open.SetResult(StubTool.Done);
        Assert.IsFalse((await first).IsError);
        Assert.IsTrue(recorder.Records.Take(3).All(record => record.Fault == CallFault.Host && record.Place is null));
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, now, seen) == seen) return;
    }
}
