using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Compilation;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;
using ToolGen.Testing.Recording;

namespace ToolGen.Forge.Trial;

/// <summary>Runs samples in the worker: it reads the specs itself, each once, so that only texts cross the pipe.</summary>
internal sealed class WorkerSamples(IReadOnlyList<WorkerTool> tools, LoadedTools loaded)
{
    private readonly Dictionary<int, (ToolSpec? Spec, TestsReading? Tests)> read = [];

    public async Task<RunResult> RunAsync(Tool tool, WorkerRun run)
    {
        var (spec, tests) = this.Read(run.Tool);
        IReadOnlyList<Sample> samples = run.HeldOut ? tests?.Samples ?? [] : spec?.Examples ?? [];
        if (spec is null || run.Sample >= samples.Count) return RunResult.Ended(RunOutcome.Failed, ToolErrorCodes.NotFound, "the spec has no such sample", 0);
        var result = await SampleRunner.RunAsync(tool, spec, samples[run.Sample], run.HeldOut ? tests!.Given : null, this.Find, CancellationToken.None);
        return new RunResult(
            result.Outcome switch
            {
                SampleOutcome.Passed => RunOutcome.Passed,
                SampleOutcome.Unconfirmed => RunOutcome.Unconfirmed,
                SampleOutcome.Unrecorded => RunOutcome.Unrecorded,
                _ => RunOutcome.Failed,
            },
            result.Output, result.Errors, result.Describe() is { Length: > 0 } what ? [what] : [], result.Log, result.Elapsed.TotalMilliseconds)
        {
            DifferenceAt = result.DifferenceAt,
            Unused = result.Unused,
        };
    }

    /// <summary>Runs a sample's input with real effects.</summary>
    public async Task<RunResult> RecordAsync(Tool tool, WorkerRun run, HostEffects host)
    {
        var (spec, tests) = this.Read(run.Tool);
        IReadOnlyList<Sample> samples = run.HeldOut ? tests?.Samples ?? [] : spec?.Examples ?? [];
        if (run.Sample >= samples.Count) return RunResult.Ended(RunOutcome.Failed, ToolErrorCodes.NotFound, "the spec has no such sample", 0);
        var clock = Stopwatch.StartNew();
        var recorded = await SampleRecorder.RunAsync(tool, samples[run.Sample].Input, host.Open(), host.Options(this.Find), CancellationToken.None);
        var result = recorded.Result;
        return new RunResult(
            result.IsError ? RunOutcome.Failed : RunOutcome.Passed, result.IsError ? null : Encoding.UTF8.GetString(result.Output.Span), result.Errors, [], recorded.Log, clock.Elapsed.TotalMilliseconds)
        {
            Recorded = recorded.Given,
        };
    }

    /// <summary>A tool of the same assembly; the range is checked where the call is made.</summary>
    public Tool? Find(string reference)
    {
        var name = reference.Split('@')[0];
        return tools.Where(tool => string.Equals(tool.Name, name, StringComparison.OrdinalIgnoreCase)).Select(tool => loaded.Find(tool.TypeName)).FirstOrDefault(tool => tool is not null);
    }

    private (ToolSpec? Spec, TestsReading? Tests) Read(int tool)
    {
        if (this.read.TryGetValue(tool, out var known)) return known;
        var texts = tools[tool];
        var spec = SpecReader.Read(new SourceText(texts.SpecPath, texts.Spec)).Spec;
        var tests = texts.Tests is null ? null : TestsReader.Read(new SourceText(texts.TestsPath!, texts.Tests), spec);
        return this.read[tool] = (spec, tests);
    }
}
