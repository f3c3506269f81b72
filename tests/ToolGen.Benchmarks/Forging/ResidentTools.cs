using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;

namespace ToolGen.Benchmarks.Forging;

/// <summary>What tools cost that stay: a thousand, each forged alone and called once, all of them kept with their specs, sources, assemblies and findings.</summary>
internal static class ResidentTools
{
    public const int Count = 1_000;

    private const int First = 10_000;

    /// <returns>Megabytes of the managed heap that they take, of what this process has in memory, and of all workers that then wait; and how many those are.</returns>
    public static (double Managed, double Resident, double Workers, int Processes) Measure(TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var kept = new List<(ForgedSet Set, SandboxedTool Tool)>(Count);
        Add(kept, sandbox, First - 1, cancellationToken);
        var (managed, resident) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        for (var number = 0; number < Count; number++) Add(kept, sandbox, First + number, cancellationToken);
        var grown = (GC.GetTotalMemory(forceFullCollection: true) - managed, Environment.WorkingSet - resident);
        long workers = 0;
        var processes = sandbox.Sandbox.Processes;
        foreach (var id in processes)
        {
            using var process = Process.GetProcessById(id);
            workers += process.WorkingSet64;
        }

        GC.KeepAlive(kept);
        return (Megabytes(grown.Item1), Megabytes(grown.Item2), Megabytes(workers), processes.Count);
    }

    private static void Add(List<(ForgedSet Set, SandboxedTool Tool)> kept, TrialSandbox sandbox, int number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var set = new Forge.Forge().Make([ForgedFunction.Spec(number)], cancellationToken);
        var tool = new SandboxedSet(set, sandbox.Sandbox, "resident")[set.Tools[0]];
        var result = tool.CallAsync(ForgedFunction.Arguments, new SystemToolContext(), cancellationToken).AsTask().GetAwaiter().GetResult();
        if (result.IsError) throw new InvalidOperationException(result.ErrorText());
        kept.Add((set, tool));
    }

    private static double Megabytes(long bytes) => bytes / 1048576.0;
}
