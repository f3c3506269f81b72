using System;
using System.Threading;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Trial;

namespace ToolGen.Benchmarks.Forging;

/// <summary>Calls of a tool whose worker waits for them, beside calls of the same assembly in this process, in turn.</summary>
internal static class WarmCalls
{
    private const int Warmed = 2_000, Rounds = 3_000;

    public static (Series Sandboxed, Series InProcess) Measure(TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var set = new Forge.Forge().Make([ForgedFunction.Spec(5_000)], cancellationToken);
        using var loaded = new LoadedTools(set.Compiled.Image.AsSpan(), unloadable: false);
        var here = loaded.Find(set.Tools[0].Compiled!.Unit.TypeName)!;
        Tool there = new SandboxedSet(set, sandbox.Sandbox, "calls")[set.Tools[0]];
        Series sandboxed = new(), inProcess = new();
        for (var round = 0; round < Warmed + Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (outside, inside) = (new Series(), new Series());
            Call(there, outside);
            Call(here, inside);
            if (round < Warmed) continue;
            sandboxed.Add(outside.Last);
            inProcess.Add(inside.Last);
        }

        return (sandboxed, inProcess);
    }

    private static void Call(Tool tool, Series series)
    {
        var context = new SystemToolContext();
        var result = series.Time(() => tool.CallAsync(ForgedFunction.Arguments, context).AsTask().GetAwaiter().GetResult());
        if (result.IsError) throw new InvalidOperationException(result.ErrorText());
    }
}
