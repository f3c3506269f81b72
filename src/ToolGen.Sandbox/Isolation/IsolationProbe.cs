using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>
/// Finds out what isolation works here by starting a worker so and letting it try what it must not. Each level is tried once a process, when it is first asked for; one
/// takes about as long as a call of <c>dotnet exec</c>. Thread-safe.
/// </summary>
public static class IsolationProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Calls = ["sockets", "programs", "processes", "tracing", "signals", "namespaces", "writing"];
    private static readonly ConcurrentDictionary<(WorkerProgram, IsolationLevel), Lazy<IsolationState>> Known = new();

    /// <summary>All levels, strongest first.</summary>
    public static IReadOnlyList<IsolationLevel> Levels { get; } = [.. Enum.GetValues<IsolationLevel>().OrderDescending()];

    /// <summary>A sentence: by what a worker's memory and threads are counted on this machine.</summary>
    public static string Limits => (OperatingSystem.IsLinux(), OperatingSystem.IsWindows()) switch
    {
        (true, _) when ControlGroup.IsHere => "memory and threads by a control group of each worker's own, data and processor time by the kernel's limits for a process",
        (true, _) => "data and processor time by the kernel's limits for a process; all memory and threads by a look from outside, as this process may make no control groups",
        (_, true) => "memory, processor time and processes by a job object; threads by a look from outside",
        _ => "memory, processor time and threads by a look from outside",
    };

    /// <summary>Whether a level works.</summary>
    /// <param name="level">The level.</param>
    /// <param name="program">The worker; null: the one that travels with this library.</param>
    /// <exception cref="FileNotFoundException">The worker is not beside the application.</exception>
    public static IsolationState Of(IsolationLevel level, WorkerProgram? program = null)
    {
        var worker = program ?? WorkerProgram.Here();
        return Known.GetOrAdd((worker, level), static key => new(() => Try(key.Item2, key.Item1))).Value;
    }

    private static IsolationState Try(IsolationLevel level, WorkerProgram program)
    {
        var clock = Stopwatch.StartNew();
        var canary = Path.GetTempFileName();
        try
        {
            using var worker = Launchers.Unproven(level, program, WorkerStart.Checking(canary)).Start();
            var (lines, code) = Answer(worker);
            if (Fault(level, lines, code, worker.Errors) is { } fault) return new(level, false, fault, MachineRemedy.For(level), clock.Elapsed);
            return new(level, true, "a worker was started so, and held", null, clock.Elapsed);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or PlatformNotSupportedException or TimeoutException)
        {
            return new(level, false, e.Message, MachineRemedy.For(level), clock.Elapsed);
        }
        finally
        {
            File.Delete(canary);
        }
    }

    private static (HashSet<string> Lines, int Code) Answer(IWorkerProcess worker)
    {
        using var reader = new StreamReader(worker.Output);
        var text = reader.ReadToEndAsync();
        if (!Task.WhenAll(text, worker.Exited).Wait(Patience)) throw new TimeoutException($"a worker did not answer within {Patience.TotalSeconds:0} s");
        return ([.. text.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], worker.Exited.Result);
    }

    private static string? Fault(IsolationLevel level, HashSet<string> lines, int code, string errors)
    {
        if (code != 0 || !lines.Contains("ready")) return $"a worker that is started so ends with {code}: {errors.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "it says nothing"}";
        string[] held = level switch { IsolationLevel.Process => [], IsolationLevel.Seccomp => Calls, _ => [.. Calls, "reading"] };
        return held.Where(name => !lines.Contains("held " + name)).ToArray() is { Length: > 0 } open ? "a worker that is started so is not held from: " + string.Join(", ", open) : null;
    }
}
