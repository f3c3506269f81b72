using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;
using ToolGen.Specification.Specs;
using ToolGen.Testing;

namespace ToolGen.Forge.Worth;

/// <summary>Runs the samples of tools on their mutants, in one assembly and one worker: a sample that fails has noticed the change.</summary>
internal sealed class MutantTrial(IReadOnlyList<ForgedTool> tools, MutantImage image, TrialSandbox sandbox)
{
    private const string Caller = "worth";

    private const int Nobody = -1, Patience = 20;

    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(1), MostPatience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<ForgedTool, ToolDescriptor> descriptors = new(ReferenceEqualityComparer.Instance);
    private readonly long memory = SandboxedSet.Memory(tools);
    private readonly SandboxLibrary[] libraries = [.. image.Libraries.Select(library => new SandboxLibrary(library.Name, library.Image.AsMemory()))];
    private readonly string version = new CompiledTools(image.Image, [], TimeSpan.Zero) { Libraries = image.Libraries }.Hash();

    /// <summary>The mutants of one tool that were tried, and those of them that every sample passes with.</summary>
    public async Task<(int Tried, IReadOnlyList<Mutant> Survivors)> RunAsync(int unit, CancellationToken cancellationToken)
    {
        var survivors = new List<Mutant>();
        var samples = WorthSamples.Of(tools[unit]).ToArray();
        var mutants = image.Mutants.Where(mutant => mutant.Unit == unit).ToArray();

        // The tool as it is, first: where that fails here, a failure of a mutant says nothing.
        if (samples.Length == 0 || mutants.Length == 0 || await this.NoticedByAsync(unit, 0, samples, cancellationToken) is not Nobody) return (0, survivors);
        var tried = 0;
        foreach (var mutant in mutants)
        {
            if (await this.NoticedByAsync(unit, mutant.Number, samples, cancellationToken) is not { } first) continue;
            tried++;
            if (first == Nobody) survivors.Add(mutant);

            // What noticed one is likely to notice the next.
            else (samples[0], samples[first]) = (samples[first], samples[0]);
        }

        return (tried, survivors);
    }

    /// <summary>The first sample that fails, or <see cref="Nobody"/>; null where no process could be had to see it.</summary>
    private async Task<int?> NoticedByAsync(int unit, int mutant, (Sample Sample, Given? Outer)[] samples, CancellationToken cancellationToken)
    {
        var tool = this.Tool(tools[unit], mutant);
        for (var index = 0; index < samples.Length; index++)
        {
            var (sample, outer) = samples[index];
            var (result, run) = await sandbox.WatchAsync(
                tools[unit].Name, () => SampleRunner.RunAsync(tool, tools[unit].Spec!, sample, outer, reference => this.Find(reference, mutant), cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (run is { End: SandboxEnd.NotStarted }) return null;
            if (result.Outcome != SampleOutcome.Passed) return index;
        }

        return Nobody;
    }

    private SandboxedTool Tool(ForgedTool tool, int mutant)
    {
        if (!this.descriptors.TryGetValue(tool, out var descriptor)) this.descriptors[tool] = descriptor = new DescribedTool(tool.Generated!).Descriptor;
        var limits = DescribedTool.LimitsOf(tool.Spec!.Limits);
        return sandbox.Sandbox.Tool(
            image.Image.AsMemory(), tool.Compiled!.Unit.TypeName, descriptor,
            limits with { Timeout = mutant == 0 ? limits.Timeout + SandboxedSet.Grace : Patient(tool, limits.Timeout) },
            Caller, this.version, this.memory, mutant, this.libraries);
    }

    private SandboxedTool? Find(string reference, int mutant) => SandboxedSet.Named(tools, reference) is { } tool ? this.Tool(tool, mutant) : null;

    /// <summary>A change can make a loop endless: what a run gets is a multiple of the slowest sample's time.</summary>
    private static TimeSpan Patient(ForgedTool tool, TimeSpan limit)
    {
        var wanted = TimeSpan.FromMilliseconds(Patience * tool.Samples.Max(sample => sample.Result.Milliseconds));
        return TimeSpan.FromTicks(Math.Clamp(wanted.Ticks, LeastPatience.Ticks, Math.Max(LeastPatience.Ticks, Math.Min(limit.Ticks, MostPatience.Ticks))));
    }
}
