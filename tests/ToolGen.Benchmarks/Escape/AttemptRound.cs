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

/// <summary>All attempts at one level: those that leave their process alive one after the other in one worker, the others beside them, two at a time.</summary>
internal static class AttemptRound
{
    public static Task<IReadOnlyDictionary<string, AttemptOutcome>> RunAsync(IsolationLevel level, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(level.ToString(), Launchers.At(level), Attempt.All, output, cancellationToken);

    /// <summary>Those that eat up the machine, where no control group counts what a worker has: most users may make none.</summary>
    public static Task<IReadOnlyDictionary<string, AttemptOutcome>> RunUngroupedAsync(IsolationLevel level, TextWriter output, CancellationToken cancellationToken) =>
        RunAsync(
            $"{level} without control groups", Launchers.Unproven(level, WorkerProgram.Here(), [], groups: false),
            [.. Attempt.All.Where(attempt => attempt.Kind is MemoryAttempts.Memory or MemoryAttempts.Threads)], output, cancellationToken);

    private static async Task<IReadOnlyDictionary<string, AttemptOutcome>> RunAsync(
        string name, IWorkerLauncher launcher, IReadOnlyList<Attempt> attempts, TextWriter output, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var outcomes = new ConcurrentDictionary<string, AttemptOutcome>();
        await using var world = new EscapeWorld();
        await using var runner = new EscapeRunner(world, launcher);
        foreach (var attempt in attempts.Where(one => one.Sign == AttemptSign.Refused)) outcomes[attempt.Name] = await runner.RunAsync(attempt, cancellationToken);
        await Parallel.ForEachAsync(
            attempts.Where(one => one.Sign != AttemptSign.Refused), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken },
            async (attempt, token) => outcomes[attempt.Name] = await runner.RunAsync(attempt, token));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {outcomes.Values.Count(one => one.IsContained)} of {outcomes.Count} held, {world.Leavings().Count} files left, {clock.Elapsed.TotalSeconds:0} s"));
        return outcomes;
    }
}
