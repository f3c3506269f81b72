using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Isolation;
using ToolGen.TestSupport.Escape;

namespace ToolGen.Benchmarks.Escape;

/// <summary>A thousand calls that end their worker or have it ended, some at a time, in a sandbox that serves somebody honest all the while.</summary>
internal sealed class HostileCalls
{
    private const int Calls = 1_000, AtATime = 4;

    /// <summary>For each of the hostile calls at a time, the longest frame and what may be made of it.</summary>
    private const long MostGrowth = AtATime * (32L + 96 << 20);

    /// <summary>What an endless call gets of time, to be made a thousand times.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public List<Claim> Claims { get; } = [];

    public string Figures { get; private set; } = "";

    public async Task RunAsync(IsolationLevel level, TextWriter output, CancellationToken cancellationToken)
    {
        var mixture = Attempt.All.Where(one => one.Sign is AttemptSign.Ended or AttemptSign.Broken).Select(one => one.Sign == AttemptSign.Ended && one.Time < TimeSpan.FromSeconds(1) ? one with { Time = Short } : one).ToArray();
        var seen = new SeenProcesses(Launchers.At(level));
        var (before, filesBefore) = (seen.Running, OpenFiles());
        var clock = Stopwatch.StartNew();
        IReadOnlyList<string> files, groups;
        var through = new ConcurrentBag<string>();
        var honest = new Honest();
        long peak = 0;
        await using (var world = new EscapeWorld())
        {
            await using (var runner = new EscapeRunner(world, seen))
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var serving = honest.AskAsync(runner, over.Token);
                var idle = Process.GetCurrentProcess().WorkingSet64;
                await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (number, token) =>
                {
                    var outcome = await runner.RunAsync(mixture[number % mixture.Length], token);
                    if (!outcome.IsContained) through.Add($"{outcome.Attempt.Name}: {outcome.Said}");
                    InterlockedMax(ref peak, Process.GetCurrentProcess().WorkingSet64 - idle);
                });
                await over.CancelAsync();
                await serving;
            }

            files = world.Leavings();
            groups = Groups();
        }

        var left = await LeftAsync(seen, before, cancellationToken);
        foreach (var one in through.Distinct().Order()) output.WriteLine("let through: " + one);
        output.WriteLine(Text($"{Calls} hostile calls of {mixture.Length} kinds, {AtATime} at a time, in {clock.Elapsed.TotalSeconds:0} s; {seen.Count} workers; open files of the host {filesBefore} before, {OpenFiles()} after"));
        output.WriteLine(Text($"honest calls meanwhile: {honest.Asked}, median {honest.Times.Median:0.0} ms, most {honest.Times.Most:0} ms"));
        this.Figures = Text($"{Calls} hostile calls: {left.Count} orphans, {files.Count + groups.Count} files left, {honest.Answered} of {honest.Asked} honest calls answered, host +{peak >> 20} MiB at most");
        this.Claims.Add(new(Text($"{Calls} hostile calls are all held"), Text($"{Calls - through.Count} of {Calls}"), through.IsEmpty));
        this.Claims.Add(new("no process is left of them", Text($"{left.Count}: {string.Join(' ', left)}"), left.Count == 0));
        this.Claims.Add(new("no file is left of them", Text($"{files.Count + groups.Count}: {string.Join(' ', files.Concat(groups).Take(5))}"), files.Count + groups.Count == 0));
        this.Claims.Add(new("every honest call is answered meanwhile", Text($"{honest.Answered} of {honest.Asked}"), honest.Answered == honest.Asked && honest.Asked > 0));
        this.Claims.Add(new(Text($"the host grows by at most {MostGrowth >> 20} MiB meanwhile"), Text($"{peak >> 20} MiB"), peak <= MostGrowth));
    }

    private static async Task<IReadOnlyList<int>> LeftAsync(SeenProcesses seen, IReadOnlyList<int> before, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            int[] left = [.. seen.Running.Except(before)];
            if (left.Length == 0 || clock.Elapsed > Patience) return left;
            await Task.Delay(20, cancellationToken);
        }
    }

    private static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    /// <summary>Control groups of this process that are left.</summary>
    private static IReadOnlyList<string> Groups() => Directory.Exists("/sys/fs/cgroup")
        ? [.. Directory.EnumerateDirectories("/sys/fs/cgroup", string.Create(CultureInfo.InvariantCulture, $"toolgen-{Environment.ProcessId}-*"), new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true })]
        : [];

    private static void InterlockedMax(ref long place, long value)
    {
        for (var now = Volatile.Read(ref place); value > now; now = Volatile.Read(ref place))
            if (Interlocked.CompareExchange(ref place, value, now) == now) return;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Honest
    {
        public int Asked { get; private set; }

        public int Answered { get; private set; }

        public Series Times { get; } = new();

        public async Task AskAsync(EscapeRunner runner, CancellationToken over)
        {
            while (!over.IsCancellationRequested)
            {
                this.Asked++;
                if (await this.Times.TimeAsync(() => new ValueTask<bool>(runner.IsServedAsync(CancellationToken.None)))) this.Answered++;
                await Task.WhenAny(Task.Delay(20, over));
            }
        }
    }
}
