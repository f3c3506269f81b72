using System.Collections.Concurrent;
using System.Collections.Generic;
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
    public static async Task<IReadOnlyDictionary<string, AttemptOutcome>> RunAsync(IsolationLevel level, TextWriter output, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentDictionary<string, AttemptOutcome>();
        await using var world = new EscapeWorld();
        await using var runner = new EscapeRunner(world, Launchers.At(level));
        foreach (var attempt in Attempt.All.Where(one => one.Sign == AttemptSign.Refused)) outcomes[attempt.Name] = await runner.RunAsync(attempt, cancellationToken);
        await Parallel.ForEachAsync(
            Attempt.All.Where(one => one.Sign != AttemptSign.Refused), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken },
            async (attempt, token) => outcomes[attempt.Name] = await runner.RunAsync(attempt, token));
        output.WriteLine($"{level}: {outcomes.Values.Count(one => one.IsContained)} of {outcomes.Count} held, {world.Leavings().Count} files left");
        return outcomes;
    }
}
