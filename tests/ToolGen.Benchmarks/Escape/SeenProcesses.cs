using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Benchmarks.Escape;

/// <summary>A launcher that remembers the processes that it started.</summary>
internal sealed class SeenProcesses(IWorkerLauncher launcher) : IWorkerLauncher
{
    private readonly ConcurrentBag<int> ids = [];

    public IsolationLevel Level => launcher.Level;

    public int Count => this.ids.Count;

    /// <summary>Whether one of them runs.</summary>
    public bool IsRunning => this.ids.Any(Runs);

    /// <summary>Those that run, and all below this process.</summary>
    public IReadOnlyList<int> Running => [.. this.ids.Where(Runs).Union(Below(Environment.ProcessId)).Order()];

    public IWorkerProcess Start()
    {
        var started = launcher.Start();
        this.ids.Add(started.Id);
        return started;
    }

    /// <summary>Whether a process computes or waits; one that ended and that nobody asked for its code does neither.</summary>
    private static bool Runs(int process) => Fields(process) is { } fields && fields[0] is not ("Z" or "X");

    private static IEnumerable<int> Below(int parent)
    {
        var all = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(Runs).Select(process => (Process: process, Parent: Fields(process)?[1])).ToLookup(pair => pair.Parent, pair => pair.Process);
        var open = new Stack<int>([parent]);
        while (open.TryPop(out var next))
        {
            foreach (var child in all[next.ToString(CultureInfo.InvariantCulture)])
            {
                yield return child;
                open.Push(child);
            }
        }
    }

    // Behind the name: state, parent.
    private static string[]? Fields(int process)
    {
        try
        {
            return ProcessStatus.FieldsOf(process);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
