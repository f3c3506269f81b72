using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox;

namespace ToolGen.Forge.Trial;

/// <summary>A sandbox that tells, beside what came of a run, how its process fared: what the forge tries and calls in. Thread-safe.</summary>
public sealed class TrialSandbox : IAsyncDisposable
{
    // Flows with the call to where its end is told.
    private readonly AsyncLocal<Watched?> watched = new();

    /// <param name="options">How tools are run; <see cref="SandboxOptions.Ran"/> is told too.</param>
    /// <exception cref="PlatformNotSupportedException">This machine isolates less than <see cref="SandboxOptions.Minimum"/>.</exception>
    public TrialSandbox(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var told = options.Ran;
        this.Sandbox = new(options with
        {
            Ran = run =>
            {
                // What the tool calls is told too, on the same way.
                if (this.watched.Value is { } one && one.Tool == run.Tool) one.Run = run;
                told?.Invoke(run);
            },
        });
    }

    /// <summary>The sandbox.</summary>
    public Sandbox.Sandbox Sandbox { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => this.Sandbox.DisposeAsync();

    /// <summary>Runs what calls a tool once, and tells how the process of that call fared; null where it needed none.</summary>
    internal async Task<(T Result, SandboxRun? Run)> WatchAsync<T>(string tool, Func<Task<T>> call)
    {
        var one = new Watched(tool);
        this.watched.Value = one;
        var result = await call();
        return (result, one.Run);
    }

    private sealed class Watched(string tool)
    {
        public string Tool => tool;

        public SandboxRun? Run { get; set; }
    }
}
