using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;
using ToolGen.TestSupport.Escape;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>A worker ends when the host says so, and with the host.</summary>
[TestClass]
public sealed class EndTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Landlock)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public async Task Killing_leaves_nothing(IsolationLevel level)
    {
        using var worker = Workers.Start(level, "wait");
        Assert.AreEqual("here", worker.Line());
        worker.Go();
        var id = worker.Id;
        worker.Kill();
        Assert.AreNotEqual(0, worker.Code());
        Assert.IsTrue(await IsGoneAsync(id));
    }

    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public async Task Killing_while_it_starts_leaves_nothing(IsolationLevel level)
    {
        Workers.Require(level);
        var mark = $"wait {Environment.ProcessId} {level}";
        var launcher = Launchers.Unproven(level, Workers.Program, [mark]);
        for (var index = 0; index < 10; index++)
        {
            using var worker = launcher.Start();
            await Task.Delay(index);
            worker.Kill();
            worker.Code();
        }

        Assert.IsTrue(await BecomesAsync(() => !CommandLines().Any(command => command.Contains(mark, StringComparison.Ordinal))));
    }

    [TestMethod]
    [DataRow(IsolationLevel.Process)]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Landlock)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public async Task A_host_that_is_killed_takes_its_workers_along(IsolationLevel level)
    {
        Workers.Require(level);
        using var host = Process.Start(new ProcessStartInfo(Workers.Program.Dotnet, ["exec", Workers.Program.Assembly, nameof(IsolationLevel.Process), "host", level.ToString()]) { RedirectStandardOutput = true })!;
        var line = await host.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        var worker = int.Parse(line!, CultureInfo.InvariantCulture);
        Assert.IsTrue(Directory.Exists($"/proc/{worker}"));
        host.Kill();
        Assert.IsTrue(await IsGoneAsync(worker));
    }

    [TestMethod]
    [DataRow("process that leaves its parent")]
    [DataRow("program that leaves its session")]
    public async Task What_a_worker_without_isolation_started_ends_with_it(string attempt)
    {
        await using var world = new EscapeWorld();
        await using var runner = new EscapeRunner(world, Launchers.At(IsolationLevel.Process), blank: 0);
        Assert.IsFalse((await runner.RunAsync(Attempt.Of(attempt))).IsContained);
        var started = Marked();
        Assert.IsGreaterThan(1, started.Length, "it starts nothing that stays");
        await runner.Sandbox.DisposeAsync();
        Assert.IsTrue(await BecomesAsync(() => !Marked().Intersect(started).Any()), string.Join(' ', Marked()));
    }

    [TestMethod]
    public void The_id_is_the_worker_s_own()
    {
        using var worker = Workers.Start(IsolationLevel.Bubblewrap, "wait");
        Assert.AreEqual("here", worker.Line());
        StringAssert.Contains(File.ReadAllText($"/proc/{worker.Id}/cmdline"), "/dotnet/dotnet\0exec");
    }

    [TestMethod]
    public void Processor_time_is_known_after_the_end()
    {
        using var worker = Workers.Start(Workers.Strongest(), "wait");
        Assert.AreEqual("here", worker.Line());
        worker.Kill();
        worker.Code();
        Assert.IsGreaterThan(TimeSpan.Zero, worker.Processor);
    }

    /// <summary>Processes that run in an environment that workers of this process begin with.</summary>
    private static string[] Marked()
    {
        var mark = Descendants.Of(Environment.ProcessId);
        return [.. Directory.GetDirectories("/proc").Where(folder => Read(folder, "environ").Contains(mark, StringComparison.Ordinal) && !Read(folder, "stat").Contains(") Z ", StringComparison.Ordinal))];

        static string Read(string folder, string file)
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        }
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)) continue;
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                continue;
            }

            yield return line;
        }
    }

    private static Task<bool> IsGoneAsync(int process) => BecomesAsync(() => !Directory.Exists($"/proc/{process}"));

    private static async Task<bool> BecomesAsync(Func<bool> state)
    {
        var clock = Stopwatch.StartNew();
        while (!state())
        {
            if (clock.Elapsed > Patience) return false;
            await Task.Delay(20);
        }

        return true;
    }
}
