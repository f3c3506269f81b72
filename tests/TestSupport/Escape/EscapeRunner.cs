using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.TestSupport.Escape;

/// <summary>What came of an attempt.</summary>
/// <param name="Attempt">Which.</param>
/// <param name="IsContained">Whether it was held.</param>
/// <param name="Said">By what, or how far it came.</param>
/// <param name="Run">How its process fared.</param>
internal sealed record AttemptOutcome(Attempt Attempt, bool IsContained, string Said, SandboxRun? Run);

/// <summary>Makes attempts in the workers of one sandbox, as the tool of a caller whom nobody trusts.</summary>
internal sealed class EscapeRunner : IAsyncDisposable
{
    private const string Shared = "escape";
    private const long MemoryBytes = 96 << 20;
    private const int Rounds = 30;

    /// <summary>What is waited for what an attempt does after its call.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromMilliseconds(400);

    private static readonly ReadOnlyMemory<byte> Image = File.ReadAllBytes(typeof(EscapeTool).Assembly.Location);

    private readonly ConcurrentDictionary<string, SandboxRun> runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim shared = new(1);
    private readonly EscapeWorld world;
    private int count;

    /// <param name="world">What stands around.</param>
    /// <param name="launcher">Starts the workers.</param>
    /// <param name="blank">Workers that wait before they are needed; null: as many as a sandbox has.</param>
    public EscapeRunner(EscapeWorld world, IWorkerLauncher launcher, int? blank = null)
    {
        this.world = world;
        var options = new SandboxOptions { Launcher = launcher, Minimum = IsolationLevel.Process, Ran = this.Note };
        this.Sandbox = new(options with { Blank = blank ?? options.Blank });
    }

    public Sandbox.Sandbox Sandbox { get; }

    /// <summary>Told after each call of it.</summary>
    public Action<SandboxRun>? Ran { get; set; }

    /// <summary>Makes an attempt, in a worker of its own where it may end it.</summary>
    public async Task<AttemptOutcome> RunAsync(Attempt attempt, CancellationToken cancellationToken = default)
    {
        if (attempt.Sign != AttemptSign.Refused) return await this.TryAsync(attempt, $"{Shared} {Interlocked.Increment(ref this.count)}", cancellationToken);
        await this.shared.WaitAsync(cancellationToken);
        try
        {
            this.world.Restore();
            return await this.TryAsync(attempt, Shared, cancellationToken);
        }
        finally
        {
            this.shared.Release();
        }
    }

    /// <summary>A tool of somebody who means no harm answers.</summary>
    public async Task<bool> IsServedAsync(CancellationToken cancellationToken = default)
    {
        var (result, _, _) = await this.CallAsync("honest", "", "", TimeSpan.FromSeconds(30), cancellationToken);
        return !result.IsError;
    }

    public ValueTask DisposeAsync() => this.Sandbox.DisposeAsync();

    private async Task<AttemptOutcome> TryAsync(Attempt attempt, string caller, CancellationToken cancellationToken)
    {
        await using var ally = this.world.Helps(attempt.Ally);
        var (result, run, lines) = await this.CallAsync(caller, attempt.Name, "", attempt.Time, cancellationToken);
        var said = result.IsError ? $"{run?.End}: {result.Errors[0].Message}" : Text(result);
        return attempt.Sign switch
        {
            AttemptSign.Broken => new(attempt, run?.End == SandboxEnd.Protocol, said, run),
            AttemptSign.Silent => await this.IsSilentAsync(lines, cancellationToken) ? new(attempt, true, "silent", run) : new(attempt, false, "heard after its call", run),
            AttemptSign.Forgotten => await this.FindsAsync(attempt, caller + " next", run, cancellationToken),
            AttemptSign.Renewed => await this.FindsAsync(attempt, caller, run, cancellationToken),
            _ => new(attempt, result.IsError || !IsOpen(result), said, run),
        };
    }

    private async Task<bool> IsSilentAsync(ConcurrentQueue<string> lines, CancellationToken cancellationToken)
    {
        lines.Clear();
        await Task.Delay(Afterwards, cancellationToken);
        return !lines.Any(line => line.StartsWith(LateAttempts.Late, StringComparison.Ordinal));
    }

    private async Task<AttemptOutcome> FindsAsync(Attempt attempt, string caller, SandboxRun? run, CancellationToken cancellationToken)
    {
        // What computes on after its call is to have computed, on a busy machine too.
        var result = default(ToolResult)!;
        for (var round = attempt.IsSlow ? Rounds : 1; round > 0; round--)
        {
            if (attempt.IsSlow) await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            (result, _, _) = await this.CallAsync(caller, "", attempt.Name, TimeSpan.FromSeconds(20), cancellationToken);
            if (result.IsError || !IsOpen(result)) break;
        }

        if (result.IsError) return new(attempt, false, "the next call fails: " + result.Errors[0].Message, run);
        return IsOpen(result) ? new(attempt, false, "found by the next call", run) : new(attempt, true, "nothing found", run);
    }

    private async Task<(ToolResult Result, SandboxRun? Run, ConcurrentQueue<string> Lines)> CallAsync(string caller, string attempt, string looksFor, TimeSpan time, CancellationToken cancellationToken)
    {
        var tool = this.Sandbox.Tool(
            Image, typeof(EscapeTool).FullName!, EscapeTool.Instance.Descriptor, ToolLimits.Default with { Timeout = time, OutputBytes = 1 << 20 }, caller, "1", MemoryBytes);
        var lines = new ConcurrentQueue<string>();
        var context = this.world.Effects.For(tool, lines.Enqueue);
        var result = await tool.CallAsync(EscapeTool.Argument(attempt, looksFor, this.world.Outside, this.world.Port), context, cancellationToken);
        return (result, this.runs.GetValueOrDefault(caller), lines);
    }

    private void Note(SandboxRun run)
    {
        this.runs[run.Caller] = run;
        this.Ran?.Invoke(run);
    }

    private static bool IsOpen(ToolResult result) => Text(result).StartsWith(EscapeTool.Open, StringComparison.Ordinal);

    private static string Text(ToolResult result) => System.Text.Json.JsonSerializer.Deserialize<string>(result.Output.Span) ?? "";
}
