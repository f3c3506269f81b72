using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Stations;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas.Values;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Inputs;

/// <summary>What holds of every tool without a sample for it: an allowed input never makes it fail, and the same input has the same answer.</summary>
/// <param name="tool">What its samples left.</param>
/// <param name="runnable">The same, as it runs.</param>
/// <param name="find">The tools that it can call.</param>
/// <param name="sandbox">Where it runs.</param>
internal sealed class InputTrial(ForgedTool tool, Tool runnable, Func<string, Tool?> find, TrialSandbox sandbox)
{
    /// <summary>Inputs that are given twice, of those that were made, and of samples.</summary>
    private const int RepeatedOfEach = 5;

    /// <summary>After so many that ran into a limit, no further ones are tried: the rest would too.</summary>
    private const int MostLate = 3;

    /// <summary>Faults that are told; more of one tool say little.</summary>
    private const int Named = 2;

    /// <summary>Simpler inputs that are tried for each fault that is told.</summary>
    private const int Simpler = 12;

    private const int Shown = 300;

    private readonly InputRun run = new(tool, runnable, find, sandbox);
    private readonly SortedSet<string> used = new(StringComparer.Ordinal), refused = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];

    // The files, servers and databases of the first sample are there for other inputs too.
    private readonly Given? world = tool.Spec!.Examples.FirstOrDefault(example => example.ErrorCode is null)?.Given;

    /// <param name="count">The most inputs.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public async Task<(TriedInputs Inputs, IReadOnlyList<Finding> Findings)> RunAsync(int count, CancellationToken cancellationToken)
    {
        int tried = 0, failed = 0, late = 0, repeated = 0, differing = 0;
        var isSteady = IsSteady(tool);
        foreach (var input in SchemaValues.Make(tool.Spec!.Input, tool.SpecHash!, count, [.. tool.Spec.Examples.Where(example => example.ErrorCode is null).Select(example => example.Input)], cancellationToken))
        {
            if (late == MostLate) break;
            if (await this.AnswerAsync(input, this.world, null, cancellationToken) is not { } answer) continue;
            tried++;
            if (answer.IsLate) late++;
            else if (answer.Fault is { } fault)
            {
                failed++;
                await this.TellAsync(input, fault, cancellationToken);
            }
            else if (isSteady && tried <= RepeatedOfEach && await this.AnswerAsync(input, this.world, null, cancellationToken) is { IsLate: false } again)
            {
                repeated++;
                if (this.Differ(input, answer.Text, again.Text)) differing++;
            }
        }

        foreach (var sample in isSteady ? tool.Samples.Where(sample => sample.Result is { Outcome: RunOutcome.Passed, Output: not null }).Take(RepeatedOfEach) : [])
        {
            var outer = sample.IsHeldOut ? tool.HeldOutGiven : null;
            if (await this.AnswerAsync(sample.Sample.Input, sample.Sample.Given, outer, cancellationToken) is not { IsLate: false } again) continue;
            repeated++;
            if (this.Differ(sample.Sample.Input, new InputAnswer(again.Result with { Output = sample.Result.Output }, false, null).Text, again.Text)) differing++;
        }

        return (new(tried, failed, late, repeated, differing) { Used = [.. this.used], Refused = [.. this.refused] }, this.findings);
    }

    /// <summary>Whether only its input decides its answer.</summary>
    private static bool IsSteady(ForgedTool tool) => !tool.Generated!.Capabilities.Any(line => line.Split(' ')[0] is "clock" or "random" or "http" or "tool");

    private async Task<InputAnswer?> AnswerAsync(JsonNode input, Given? given, Given? outer, CancellationToken cancellationToken)
    {
        var answer = await this.run.AnswerAsync(input, given, outer, cancellationToken);
        this.used.UnionWith(answer?.Result.Used ?? []);
        this.refused.UnionWith(answer?.Result.Refused ?? []);
        return answer;
    }

    private async Task TellAsync(JsonNode input, InputFault fault, CancellationToken cancellationToken)
    {
        var told = this.findings.Where(finding => finding.Descriptor != FindingCatalog.AnswersDiffer).ToArray();
        if (told.Length == Named || told.Any(finding => finding.Arguments[1] == fault.What)) return;
        var simplest = await this.SimplestAsync(input, fault, cancellationToken);
        this.findings.Add(new(fault.Descriptor, tool.PlaceOfCode, new(ShownText.Cut(JsonWriter.Compact(simplest), Shown), fault.What)));
    }

    /// <summary>A simpler input with the same fault, where one is found soon.</summary>
    private async Task<JsonNode> SimplestAsync(JsonNode input, InputFault fault, CancellationToken cancellationToken)
    {
        var left = Simpler;
        for (var isSimpler = true; isSimpler && left > 0;)
        {
            isSimpler = false;
            foreach (var simpler in SchemaValues.Simpler(tool.Spec!.Input, input).Take(left).ToArray())
            {
                left--;
                if ((await this.run.AnswerAsync(simpler, this.world, null, cancellationToken))?.Fault != fault) continue;
                (input, isSimpler) = (simpler, true);
                break;
            }
        }

        return input;
    }

    private bool Differ(JsonNode input, string first, string second)
    {
        if (first == second) return false;
        if (!this.findings.Any(finding => finding.Descriptor == FindingCatalog.AnswersDiffer))
            this.findings.Add(new(FindingCatalog.AnswersDiffer, tool.PlaceOfCode, new(ShownText.Cut(JsonWriter.Compact(input), Shown), ShownText.Cut(first, Shown), ShownText.Cut(second, Shown))));
        return true;
    }
}
