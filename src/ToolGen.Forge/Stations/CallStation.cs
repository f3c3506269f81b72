using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Forge.Trial;
using ToolGen.Testing.Recording;

namespace ToolGen.Forge.Stations;

/// <summary>Calls of forged tools, in the same sandbox as samples; their effects are real, and happen on this side.</summary>
internal static class CallStation
{
    private const string Caller = "call";
    private const int LogLines = 100;
    private const int LogLineLength = 2_000;

    public static async Task<IReadOnlyList<RunResult>> RunAsync(
        ForgedSet set, IReadOnlyList<ToolCall> calls, TrialSandbox sandbox, HostEffects? host, Action<int, RunResult>? report, CancellationToken cancellationToken)
    {
        if (calls.FirstOrDefault(call => !call.Tool.IsRunnable) is { } dead) throw new ArgumentException($"{dead.Tool.Name} cannot be run", nameof(calls));

        // All that can run: those that are called call others.
        var sandboxed = new SandboxedSet(set, sandbox.Sandbox, Caller);
        var results = new List<RunResult>();
        await using var effects = host?.Open(sandboxed.Find) ?? new ToolEffects(Grants.None, new() { FindTool = sandboxed.Find });
        foreach (var (tool, arguments) in calls)
        {
            var log = new List<string>();
            var clock = Stopwatch.StartNew();
            var context = effects.For(sandboxed[tool], line => Note(log, line));
            var (result, run) = await sandbox.WatchAsync(tool.Name, () => sandboxed[tool].CallAsync(Encoding.UTF8.GetBytes(arguments), context, cancellationToken).AsTask());
            cancellationToken.ThrowIfCancellationRequested();

            // What was asked for and not waited for has no effects either, and what was used is all that there will be.
            context.End();
            results.Add(Of(result, run, log, clock) with { Used = context.Used });
            report?.Invoke(results.Count - 1, results[^1]);
        }

        return results;
    }

    /// <summary>The same for samples that are recorded.</summary>
    public static async Task<IReadOnlyList<RunResult>> RecordAsync(
        ForgedSet set, IReadOnlyList<(ForgedTool Tool, TriedSample Sample)> samples, TrialSandbox sandbox, HostEffects host, CancellationToken cancellationToken)
    {
        var sandboxed = new SandboxedSet(set, sandbox.Sandbox, Caller);
        var results = new List<RunResult>();
        foreach (var (tool, sample) in samples)
        {
            var clock = Stopwatch.StartNew();
            var (recorded, run) = await sandbox.WatchAsync(tool.Name, () => SampleRecorder.RunAsync(sandboxed[tool], sample.Sample.Input, host.Grants, host.Options(sandboxed.Find), cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(Of(recorded.Result, run, recorded.Log, clock) with { Recorded = recorded.Given });
        }

        return results;
    }

    private static RunResult Of(ToolResult result, Sandbox.SandboxRun? run, IReadOnlyList<string> log, Stopwatch clock) => new(
        SampleTrial.Outcome(result, run), result.IsError ? null : Encoding.UTF8.GetString(result.Output.Span), result.Errors, [], log, clock.Elapsed.TotalMilliseconds)
    {
        Run = run,
    };

    private static void Note(List<string> log, string line)
    {
        lock (log)
        {
            if (log.Count < LogLines) log.Add(line.Length > LogLineLength ? line[..LogLineLength] + "…" : line);
        }
    }
}
