using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Forge.Trial;

/// <summary>
/// The parent's side: runs calls and samples in a child process that is killed as a whole when a run takes too long or the parent is
/// canceled. A run that hangs or kills the process costs that run alone: the rest goes to a fresh process. No sandbox yet: the process
/// has its own memory limit and an empty environment, and the files and network of the user.
/// </summary>
public static class WorkerProcess
{
    private const int MaximumReply = 16 << 20;
    private const int StartMilliseconds = 60_000;
    private const int ErrorTail = 4_000;

    /// <summary>Runs everything that is asked.</summary>
    /// <param name="command">How to start a worker.</param>
    /// <param name="image">The assembly.</param>
    /// <param name="request">The runs.</param>
    /// <param name="memoryBytes">Hard limit of the child's managed heap.</param>
    /// <param name="report">Called after each run, in order, with its index.</param>
    /// <param name="cancellationToken">Kills the child and ends with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One result a run.</returns>
    public static async Task<IReadOnlyList<RunResult>> RunAsync(
        WorkerCommand command, ImmutableArray<byte> image, WorkerRequest request, long memoryBytes, Action<int, RunResult>? report, CancellationToken cancellationToken)
    {
        var results = new List<RunResult>();
        void Add(RunResult result)
        {
            results.Add(result);
            report?.Invoke(results.Count - 1, result);
        }

        while (results.Count < request.Runs.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = request with { Runs = request.Runs.Skip(results.Count).ToArray() };
            var lost = await Task.Run(() => Serve(command, image, rest, memoryBytes, Add, cancellationToken), CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            if (lost is not null) Add(lost);
        }

        return results;
    }

    /// <summary>One process; answers null where it ran everything, else what became of the run that it did not finish.</summary>
    private static RunResult? Serve(
        WorkerCommand command, ImmutableArray<byte> image, WorkerRequest request, long memoryBytes, Action<RunResult> add, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = command.StartInfo(memoryBytes) };
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                if (line.Data is { } text && errors.Length < ErrorTail) errors.AppendLine(text.Length > ErrorTail ? text[..ErrorTail] : text);
            }
        };
        process.Start();
        process.BeginErrorReadLine();
        using var canceled = cancellationToken.Register(() => Kill(process));
        var isLate = false;
        using var deadline = new Timer(
            _ =>
            {
                isLate = true;
                Kill(process);
            },
            null, StartMilliseconds, Timeout.Infinite);
        var clock = Stopwatch.StartNew();
        var done = 0;
        try
        {
            WorkerFrames.Write(process.StandardInput.BaseStream, JsonSerializer.SerializeToUtf8Bytes(request, WorkerJson.Default.WorkerRequest));
            WorkerFrames.Write(process.StandardInput.BaseStream, image.AsSpan());
            while (done < request.Runs.Count && WorkerFrames.Read(process.StandardOutput.BaseStream, MaximumReply) is { } message)
            {
                var reply = JsonSerializer.Deserialize(message, WorkerJson.Default.WorkerReply);
                if (reply is null || reply.Run != done) throw new InvalidDataException("an answer to something else");
                clock.Restart();
                deadline.Change(reply.Result is null ? request.Runs[done].DeadlineMilliseconds : StartMilliseconds, Timeout.Infinite);
                if (reply.Result is null) continue;
                add(reply.Result);
                done++;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            // The process is gone, or speaks nonsense: both are told below.
            lock (errors) errors.Insert(0, e.Message + Environment.NewLine);
        }
        finally
        {
            Kill(process);
            process.WaitForExit();
        }

        if (done == request.Runs.Count) return null;
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        return isLate
            ? RunResult.Ended(RunOutcome.TimedOut, ToolErrorCodes.Timeout, $"no answer after {request.Runs[done].DeadlineMilliseconds / 1000d:0.#} s; the process was killed", milliseconds)
            : RunResult.Ended(RunOutcome.Crashed, ToolErrorCodes.Internal, $"the process ended with code {process.ExitCode}: {Tail(errors)}", milliseconds);
    }

    private static string Tail(StringBuilder errors)
    {
        lock (errors)
        {
            var text = errors.ToString().Trim();
            return text.Length == 0 ? "it said nothing" : text;
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself, which is what was wanted.
        }
    }
}
