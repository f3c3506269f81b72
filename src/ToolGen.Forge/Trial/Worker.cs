using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Forge.Compilation;

namespace ToolGen.Forge.Trial;

/// <summary>The child process's side: loads one assembly, runs what it is asked in turn, says what came of each. Ends when its parent does.</summary>
public static class Worker
{
    private const int LogLines = 100;
    private const int LogLineLength = 2_000;

    /// <summary>Serves one request from standard input; the process ends with the returned exit code.</summary>
    public static async Task<int> RunAsync()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // Whatever a tool prints must not land among the messages.
        Console.SetOut(TextWriter.Null);
        var header = WorkerFrames.Read(input);
        var image = WorkerFrames.Read(input);
        if (header is null || image is null || JsonSerializer.Deserialize(header, WorkerJson.Default.WorkerRequest) is not { } request) return 2;
        EndWithParent(input);

        using var tools = new LoadedTools(image, unloadable: false);
        var samples = new WorkerSamples(request.Tools, tools);
        await using var effects = request.Effects?.Open(samples.Find) ?? new ToolEffects(Grants.None, new() { FindTool = samples.Find });
        for (var index = 0; index < request.Runs.Count; index++)
        {
            Send(output, new WorkerReply(index, null));
            Send(output, new WorkerReply(index, await RunAsync(tools, samples, effects, request, request.Runs[index])));
        }

        return 0;
    }

    private static async Task<RunResult> RunAsync(LoadedTools tools, WorkerSamples samples, ToolEffects effects, WorkerRequest request, WorkerRun run)
    {
        var spec = request.Tools[run.Tool];
        if (tools.Find(spec.TypeName) is not { } tool)
            return RunResult.Ended(RunOutcome.Failed, ToolErrorCodes.NotFound, "the assembly has no such tool", 0);
        if (run.Records) return request.Effects is { } host ? await samples.RecordAsync(tool, run, host) : RunResult.Ended(RunOutcome.Failed, ToolErrorCodes.Denied, "no grants were given to record with", 0);
        return run.Arguments is null ? await samples.RunAsync(tool, run) : await CallAsync(tool, effects, run.Arguments);
    }

    private static async Task<RunResult> CallAsync(Tool tool, ToolEffects effects, string arguments)
    {
        var clock = Stopwatch.StartNew();
        var log = new List<string>();
        var context = effects.For(tool, line =>
        {
            lock (log)
            {
                if (log.Count < LogLines) log.Add(line.Length > LogLineLength ? line[..LogLineLength] + "…" : line);
            }
        });
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), context, CancellationToken.None);
        return new RunResult(
            result.IsError ? RunOutcome.Failed : RunOutcome.Passed,
            result.IsError ? null : Encoding.UTF8.GetString(result.Output.Span),
            result.Errors, [], log, clock.Elapsed.TotalMilliseconds);
    }

    private static void Send(Stream output, WorkerReply reply) =>
        WorkerFrames.Write(output, JsonSerializer.SerializeToUtf8Bytes(reply, WorkerJson.Default.WorkerReply));

    /// <summary>The parent holds the other end of standard input open: when it closes, nobody waits for an answer any more.</summary>
    private static void EndWithParent(Stream input) =>
        new Thread(() =>
        {
            var buffer = new byte[1];
            while (input.Read(buffer) > 0) { }
            Environment.Exit(3);
        })
        { IsBackground = true, Name = "parent" }.Start();
}
