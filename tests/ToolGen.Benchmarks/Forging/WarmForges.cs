using System;
using System.Linq;
using System.Threading;
using ToolGen.Forge;
using ToolGen.Forge.Trial;

namespace ToolGen.Benchmarks.Forging;

/// <summary>Forging in a process that has forged before: from the bytes of a spec to its three samples passed in the sandbox.</summary>
internal static class WarmForges
{
    private const int Warmed = 200, Rounds = 100;

    /// <summary>What each took, in milliseconds: all of it, and the part of each station; and one straight after the other, as no model asks.</summary>
    public static (Series All, Series Made, Series Tried, Series Straight) Measure(OpenSandbox open, CancellationToken cancellationToken)
    {
        Series all = new(), made = new(), tried = new(), straight = new();
        var sandbox = open.Value;
        for (var round = 0; round < Warmed + Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (round >= Warmed) open.Rest(cancellationToken);
            var spec = ForgedFunction.Spec(round);
            var forge = new Forge.Forge();
            var (making, trying) = (new Series(), new Series());
            var set = making.Time(() => forge.Make([spec], cancellationToken));
            var tool = trying.Time(() => forge.TryAsync(set, sandbox, cancellationToken).GetAwaiter().GetResult()).Tools[0];
            if (tool.HasErrors || tool.Samples.Count != 3 || tool.Samples.Any(sample => sample.Result.Outcome != RunOutcome.Passed))
                throw new InvalidOperationException($"{tool.Name} was not forged: {string.Join("; ", tool.Findings)}");
            if (round < Warmed)
            {
                if (round >= Warmed / 2) straight.Add(making.Last + trying.Last);
                continue;
            }

            all.Add(making.Last + trying.Last);
            made.Add(making.Last);
            tried.Add(trying.Last);
        }

        return (all, made, tried, straight);
    }
}
