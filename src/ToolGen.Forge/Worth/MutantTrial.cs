using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;
using ToolGen.Testing;

namespace ToolGen.Forge.Worth;

/// <summary>Runs the samples of tools on their mutants, in one assembly and one worker: a sample that fails has noticed the change.</summary>
internal sealed class MutantTrial(IReadOnlyList<ForgedTool> tools, MutantImage image, Sandbox.Sandbox sandbox)
{
    private const string Caller = "worth";

    /// <summary>A change can make a loop endless: what a run gets, as a multiple of the slowest sample's time.</summary>
    private const int Patience = 20;

    private static readonly TimeSpan LeastPatience = TimeSpan.FromMilliseconds(500);

    private readonly string version = Convert.ToHexStringLower(SHA256.HashData(image.Image.AsSpan()));

    /// <summary>The mutants of one tool that every sample passes with.</summary>
    public async Task<IReadOnlyList<Mutant>> SurvivorsAsync(int unit, CancellationToken cancellationToken)
    {
        var survivors = new List<Mutant>();
        var samples = WorthSamples.Of(tools[unit]).ToArray();
        if (samples.Length == 0) return survivors;
        foreach (var mutant in image.Mutants.Where(mutant => mutant.Unit == unit))
        {
            var isNoticed = false;
            foreach (var (sample, outer) in samples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = await SampleRunner.RunAsync(this.Tool(unit, mutant.Number), tools[unit].Spec!, sample, outer, reference => this.Find(reference, mutant.Number), cancellationToken);
                if (isNoticed = result.Outcome != SampleOutcome.Passed) break;
            }

            if (!isNoticed) survivors.Add(mutant);
        }

        return survivors;
    }

    private SandboxedTool Tool(int unit, int mutant)
    {
        var tool = tools[unit];
        var limits = DescribedTool.LimitsOf(tool.Spec!.Limits);
        var patience = TimeSpan.FromMilliseconds(Patience * tool.Samples.Max(sample => sample.Result.Milliseconds));
        return sandbox.Tool(
            image.Image.AsMemory(), tool.Compiled!.Unit.TypeName, new DescribedTool(tool.Generated!).Descriptor,
            limits with { Timeout = patience < LeastPatience ? LeastPatience : patience < limits.Timeout ? patience : limits.Timeout },
            Caller, this.version, tools.Max(one => one.Spec!.Limits.MemoryBytes), mutant);
    }

    private SandboxedTool? Find(string reference, int mutant)
    {
        var name = reference.Split('@')[0];
        var unit = tools.Select((tool, index) => (tool, index)).Where(pair => string.Equals(pair.tool.Name, name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.index).DefaultIfEmpty(-1).First();
        return unit < 0 ? null : this.Tool(unit, mutant);
    }
}
