using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Tests;

/// <summary>Turns of several callers: no one of them takes what the others need.</summary>
[TestClass]
public sealed class GateTests
{
    [TestMethod]
    public async Task One_caller_has_its_share_and_no_more_whoever_else_asks()
    {
        var gate = new Gate(running: 8, waiting: 8, ofOne: 2, waitingOfOne: 3);
        var asked = Enumerable.Range(0, 6).Select(_ => gate.EnterAsync("alice", default).AsTask()).ToArray();
        Assert.AreEqual(2, asked.Count(one => one.IsCompleted && one.Result == Turn.Given));
        Assert.AreEqual(Turn.TooManyOfOne, await asked[5]);
        Assert.AreEqual(Turn.Given, await gate.EnterAsync("bob", default), "there is room for another");
        gate.Leave("alice");
        Assert.AreEqual(Turn.Given, await asked[2]);
        Assert.IsFalse(asked[3].IsCompleted);
    }

    [TestMethod]
    public async Task Turns_go_round_among_those_who_wait()
    {
        var gate = new Gate(running: 1, waiting: 20, ofOne: 1, waitingOfOne: 10);
        Assert.AreEqual(Turn.Given, await gate.EnterAsync("alice", default));
        var order = new List<string>();
        var turns = new List<Task>();
        foreach (var caller in new[] { "alice", "alice", "alice", "bob", "carol", "bob" }) turns.Add(WaitAsync(gate, caller, order));
        gate.Leave("alice");
        await Task.WhenAll(turns);
        Assert.IsTrue(order.IndexOf("bob") <= 2 && order.IndexOf("carol") <= 2, string.Join(' ', order));
    }

    [TestMethod]
    public async Task More_than_all_together_may_have_is_told_at_once()
    {
        var gate = new Gate(running: 1, waiting: 1, ofOne: 1, waitingOfOne: 1);
        Assert.AreEqual(Turn.Given, await gate.EnterAsync("alice", default));
        var waits = gate.EnterAsync("bob", default).AsTask();
        Assert.AreEqual(Turn.Busy, await gate.EnterAsync("carol", default));
        gate.Leave("alice");
        Assert.AreEqual(Turn.Given, await waits);
        gate.Leave("bob");
        Assert.AreEqual(Turn.Given, await gate.EnterAsync("carol", default));
    }

    [TestMethod]
    public async Task Who_gives_up_takes_nobodys_turn()
    {
        var gate = new Gate(running: 1, waiting: 5, ofOne: 1, waitingOfOne: 5);
        Assert.AreEqual(Turn.Given, await gate.EnterAsync("alice", default));
        using var end = new CancellationTokenSource();
        var gone = gate.EnterAsync("bob", end.Token).AsTask();
        var stays = gate.EnterAsync("bob", default).AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => gone);
        gate.Leave("alice");
        Assert.AreEqual(Turn.Given, await stays);
    }

    [TestMethod]
    public async Task Under_many_hands_no_turn_is_lost()
    {
        var gate = new Gate(running: 4, waiting: 10_000, ofOne: 2, waitingOfOne: 10_000);
        var (now, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(async i =>
        {
            using var end = new CancellationTokenSource();
            if (i % 5 == 0) end.CancelAfter(1);
            try
            {
                if (await gate.EnterAsync("caller" + (i % 7), end.Token) != Turn.Given) return;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
            gate.Leave("caller" + (i % 7));
        }));
        Assert.IsTrue(most <= 4, most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var i = 0; i < 4; i++) Assert.AreEqual(Turn.Given, await gate.EnterAsync("last" + i, default));
    }

    private static async Task WaitAsync(Gate gate, string caller, List<string> order)
    {
        await gate.EnterAsync(caller, default);
        lock (order) order.Add(caller);
        gate.Leave(caller);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value;)
        {
            var was = Interlocked.CompareExchange(ref most, value, seen);
            if (was == seen) return;
            seen = was;
        }
    }
}
