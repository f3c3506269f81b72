using System;
using System.Linq;
using System.Threading;
using ToolGen.Forge;
using ToolGen.Forge.Trial;

namespace ToolGen.Benchmarks.Forging;

/// <summary>Forging in a process that has forged before: from the bytes of a spec to its three samples passed in the sandbox.</summary>
internal static class WarmForges
{
    private const int Warmed = 40, Rounds = 200;

    /// <summary>What each took, in milliseconds: all of it, and the part of each station.</summary>
    public static (Series All, Series Made, Series Tried) Measure(TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        Series all = new(), made = new(), tried = new();
        for (var round = 0; round < Warmed + Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var spec = ForgedFunction.Spec(round);
            var forge = new Forge.Forge();
            var (making, trying) = (new Series(), new Series());
            var set = making.Time(() => forge.Make([spec], cancellationToken));
            var tool = trying.Time(() => forge.TryAsync(set, sandbox, cancellationToken).GetAwaiter().GetResult()).Tools[0];
            if (tool.HasErrors || tool.Samples.Count != 3 || tool.Samples.Any(sample => sample.Result.Outcome != RunOutcome.Passed))
                throw new InvalidOperationException($"{tool.Name} was not forged: {string.Join("; ", tool.Findings)}");
            if (round < Warmed) continue;
            all.Add(making.Last + trying.Last);
            made.Add(making.Last);
            tried.Add(trying.Last);
        }

        return (all, made, tried);
    }
}
