using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;
using ToolGen.TestSupport.Escape;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>What a tool cannot do at each level, and what the level lets through. Attempts that end their process are made at the strongest level here; the measurement <c>escape</c> makes all at all.</summary>
[TestClass]
public sealed class EscapeTests
{
    private static readonly Lazy<EscapeWorld> World = new(() => new());
    private static readonly Lazy<EscapeRunner> Runner = new(() => new(World.Value, Launchers.At(Workers.Strongest())));
    private static readonly ConcurrentDictionary<IsolationLevel, Lazy<Task<AttemptOutcome[]>>> Outcomes = new();

    [TestMethod]
    [DataRow(IsolationLevel.Process)]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Landlock)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public async Task Lets_through_only_what_is_documented(IsolationLevel level)
    {
        var open = (await Of(level)).Where(outcome => !outcome.IsContained).Select(outcome => outcome.Attempt.Name);
        Assert.AreEqual("", string.Join(", ", open.Except(LetThrough.Documented()[level])), "let through beyond what SECURITY.md says");
    }

    // The other side of it: these attempts are such as go through where nothing holds them.
    [TestMethod]
    public async Task Without_isolation_the_attempts_go_through()
    {
        string[] plain = ["read a file", "list a folder", "connect", "bind a port", "send a datagram", "start a program", "make a process", "signal the host", "file of memory", "delete a file", "connect by HTTP", "send a mail", "many files"];
        var held = (await Of(IsolationLevel.Process)).Where(outcome => outcome.IsContained && plain.Contains(outcome.Attempt.Name));
        Assert.AreEqual("", string.Join(", ", held.Select(outcome => $"{outcome.Attempt.Name}: {outcome.Said}")));
    }

    [TestMethod]
    [DynamicData(nameof(Ending))]
    public async Task Ends_what_never_ends_and_serves_the_next(string name)
    {
        Workers.Require(IsolationLevel.Seccomp);
        var outcome = await Runner.Value.RunAsync(Attempt.Of(name));
        Assert.IsTrue(outcome.IsContained, outcome.Said);
        Assert.IsTrue(await Runner.Value.IsServedAsync());
    }

    [ClassCleanup]
    public static async Task Nothing_is_left()
    {
        if (!Runner.IsValueCreated) return;
        var ids = Runner.Value.Sandbox.Processes;
        await Runner.Value.DisposeAsync();
        await Alive.Until(() => !ids.Any(Alive.Is));
        Assert.IsEmpty(ids.Where(Alive.Is));
        Assert.IsEmpty(World.Value.Leavings());
        await World.Value.DisposeAsync();
    }

    [TestMethod]
    public void There_are_many() => Assert.IsGreaterThan(200, Attempt.All.DistinctBy(attempt => attempt.Name).Count());

    private static IEnumerable<object[]> Ending => Attempt.All.Where(attempt => attempt.Sign != AttemptSign.Refused).Select(attempt => (object[])[attempt.Name]);

    private static Task<AttemptOutcome[]> Of(IsolationLevel level)
    {
        Workers.Require(level);
        return Outcomes.GetOrAdd(level, static one => new(() => TryAsync(one))).Value;
    }

    private static async Task<AttemptOutcome[]> TryAsync(IsolationLevel level)
    {
        await using var world = new EscapeWorld();
        await using var runner = new EscapeRunner(world, Launchers.At(level), blank: 0);
        var outcomes = new List<AttemptOutcome>();
        foreach (var attempt in Attempt.All.Where(attempt => attempt.Sign == AttemptSign.Refused)) outcomes.Add(await runner.RunAsync(attempt));
        return [.. outcomes];
    }
}
