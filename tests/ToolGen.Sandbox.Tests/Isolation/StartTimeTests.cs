using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>What isolation adds to the start of a worker, and how fast it is ended: printed, since a busy machine proves nothing.</summary>
[TestClass]
[TestCategory("full")]
[DoNotParallelize]
public sealed class StartTimeTests
{
    private const int Rounds = 25;

    private readonly List<double> ends = [];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Every_level_starts_every_time_and_its_median_is_printed()
    {
        var levels = IsolationProbe.Levels.Where(level => IsolationProbe.Of(level, Workers.Program).Works).ToArray();
        var times = levels.ToDictionary(level => level.ToString(), _ => new List<double>());
        times["bare"] = [];
        for (var round = 0; round < Rounds; round++)
        {
            times["bare"].Add(Took(() => new ProcessWorker(Process.Start(WorkerStart.Direct(Workers.Program, IsolationLevel.Process, ["bare"]))!, static id => id, new WatchedBounds())));
            foreach (var level in levels) times[level.ToString()].Add(Took(() => Workers.Start(level, "wait")));
        }

        foreach (var (name, all) in times) this.TestContext.WriteLine(Figures(name, all));
        this.TestContext.WriteLine(Figures("end", this.ends));
        Assert.IsTrue(times.Values.All(all => all.Count == Rounds));
    }

    /// <summary>From the start of the process to the first line of its own code.</summary>
    private double Took(Func<IWorkerProcess> start)
    {
        var clock = Stopwatch.StartNew();
        using var worker = start();
        Assert.AreEqual("here", worker.Line(), worker.Errors);
        var took = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        worker.Kill();
        worker.Code();
        this.ends.Add(clock.Elapsed.TotalMilliseconds);
        return took;
    }

    private static string Figures(string name, List<double> all) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: median {all.Order().ElementAt(all.Count / 2):0.0} ms, least {all.Min():0.0} ms, most {all.Max():0.0} ms, n = {all.Count}");
}
