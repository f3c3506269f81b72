using System;
using System.Diagnostics;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Starts workers of one level.</summary>
/// <param name="level">The level.</param>
/// <param name="thread">Where processes are started from, confined as the level asks.</param>
/// <param name="start">The command.</param>
/// <param name="bounds">For each worker, what limits it.</param>
internal sealed class Launcher(IsolationLevel level, Lazy<StartThread> thread, Func<ProcessStartInfo> start, Func<IProcessBounds> bounds) : IWorkerLauncher
{
    public IsolationLevel Level => level;

    /// <summary>Finds the worker, by the id of what was started.</summary>
    public Func<int, int> Worker { get; init; } = static started => started;

    public IWorkerProcess Start() => new ProcessWorker(thread.Value.Run(() => Process.Start(start())!), this.Worker, bounds());
}
