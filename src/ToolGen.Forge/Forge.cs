using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Telemetry;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Evidence;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Stations;
using ToolGen.Forge.Telemetry;
using ToolGen.Forge.Trial;
using ToolGen.Generator;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Sandbox;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge;

/// <summary>
/// Makes tools from specs in this process: the same reader, generator and compiler options as a build, with no project. The stations stand
/// below as a list; each takes the record of the one before. A spec that fails at one does not reach the next and does not disturb the others.
/// </summary>
/// <param name="watcher">Told after each station of each spec; may be null.</param>
public sealed class Forge(IForgeWatcher? watcher = null)
{
    /// <summary>The project's own kinds, whose templates become code. They come from the host alone: what lies beside a spec, or is sent with it, is no kind.</summary>
    public EquatableArray<OwnKindDefinition> Kinds { get; init; }

    /// <summary>The packages that C# of specs may call; by default none.</summary>
    public PackageShelf Packages { get; init; } = PackageShelf.Empty;

    /// <summary>Who writes the specs and who their held-out samples, as far as the host knows: it stands in the evidence.</summary>
    public Authors Authors { get; init; } = new(null, null);

    /// <summary>What the round before left, by the names of tools, in any case: a sample that changed together with the code is then a finding of <see cref="TryAsync"/>.</summary>
    public IReadOnlyDictionary<string, ToolEvidence> Before { get; init; } = new Dictionary<string, ToolEvidence>();

    /// <summary>How many inputs <see cref="TryAsync"/> makes for each tool, beside its samples: an input that the schema allows must not make it fail. Default 20; 0: none.</summary>
    public int Inputs { get; init; } = 20;

    /// <summary>Wall time that all samples and made inputs of one tool get together in <see cref="TryAsync"/>; what takes longer is a finding, and the tool counts as not tried. Default one minute.</summary>
    public TimeSpan TryTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Wall time that weighing gets for each tool in <see cref="WeighAsync"/>; what takes longer is a finding, and the tool counts as not weighed. Default one minute.</summary>
    public TimeSpan WorthTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Read alone.</summary>
    /// <param name="inputs">The specs, in the order in which names are given away.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public IReadOnlyList<ForgedTool> Read(IReadOnlyList<SpecInput> inputs, CancellationToken cancellationToken = default) =>
        UniqueNames.Check(this.Each(inputs, Station.Read, ReadStation.Run, cancellationToken));

    /// <summary>Read → Generate → Compile → Inspect: what the set holds then may be loaded.</summary>
    /// <param name="inputs">As for <see cref="Read"/>.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public ForgedSet Make(IReadOnlyList<SpecInput> inputs, CancellationToken cancellationToken = default)
    {
        return this.Made([.. this.Read(inputs, cancellationToken).Select(tool => PackageStation.Run(tool, this.Packages, cancellationToken))], cancellationToken);
    }

    /// <summary>Try: every sample, in the sandbox.</summary>
    /// <param name="set">What <see cref="Make"/> made.</param>
    /// <param name="sandbox">Where their code runs.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public async Task<ForgedSet> TryAsync(ForgedSet set, TrialSandbox sandbox, CancellationToken cancellationToken = default)
    {
        using var activity = ForgeTelemetry.Enter(Station.Try);
        var tried = this.Compared(await new TryStation(sandbox, this.Inputs, this.TryTime, watcher).RunAsync(set, cancellationToken));
        ForgeTelemetry.Leave(activity, Station.Try, [.. tried.Tools.Where(tool => tool.IsRunnable)]);
        return await FallbackStation.RunAsync(tried, tools => new Forge { Kinds = this.Kinds }.Made(tools, cancellationToken), new(sandbox, 0, this.TryTime, null), cancellationToken);
    }

    /// <summary>Worth: whether a stub passes the samples, and which small changes of the tools' code no sample notices. In the sandbox, after <see cref="TryAsync"/>.</summary>
    /// <param name="set">What <see cref="TryAsync"/> tried; tools with errors are not weighed.</param>
    /// <param name="sandbox">Where their code runs.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public Task<ForgedSet> WeighAsync(ForgedSet set, TrialSandbox sandbox, CancellationToken cancellationToken = default) =>
        WorthStation.RunAsync(set, sandbox, this.WorthTime, watcher, cancellationToken);

    /// <summary>The tools of a set, for a host that has a <see cref="SandboxPlace"/> of the same sandbox: their code runs there and nowhere else.</summary>
    /// <param name="set">What <see cref="TryAsync"/> tried; tools with errors are left out.</param>
    /// <param name="sandbox">Where their code runs.</param>
    /// <param name="caller">Whom they are called for: no worker serves two callers.</param>
    public static IReadOnlyList<Tool> ToolsIn(ForgedSet set, Sandbox.Sandbox sandbox, string caller)
    {
        ArgumentNullException.ThrowIfNull(set);
        var sandboxed = new SandboxedSet(set, sandbox, caller);
        return [.. set.Tools.Where(tool => tool.IsRunnable && !tool.HasErrors).Select(tool => sandboxed[tool])];
    }

    /// <summary>What the stations left, a tool an entry, in the order of the set: made from it alone, at any time.</summary>
    /// <param name="set">What <see cref="Make"/>, <see cref="TryAsync"/> or <see cref="WeighAsync"/> answered.</param>
    public IReadOnlyList<ForgedEvidence> EvidenceOf(ForgedSet set)
    {
        var maker = new EvidenceMaker(set, this.Kinds, this.Authors);
        return [.. set.Tools.Select(maker.Of)];
    }

    /// <summary>Calls tools, in the sandbox.</summary>
    /// <param name="set">What <see cref="Make"/> made.</param>
    /// <param name="calls">Of tools of <paramref name="set"/> that are <see cref="ForgedTool.IsRunnable"/>.</param>
    /// <param name="sandbox">Where their code runs.</param>
    /// <param name="effects">What the calls may reach; null: nothing, and the errors say what to grant.</param>
    /// <param name="report">Told after each call, with its index.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">A tool can't be run.</exception>
    public static Task<IReadOnlyList<RunResult>> CallAsync(
        ForgedSet set, IReadOnlyList<ToolCall> calls, TrialSandbox sandbox, HostEffects? effects = null, Action<int, RunResult>? report = null, CancellationToken cancellationToken = default) =>
        CallStation.RunAsync(set, calls, sandbox, effects, report, cancellationToken);

    /// <summary>Runs samples in the sandbox with real effects, and records what they got.</summary>
    /// <param name="set">What <see cref="TryAsync"/> tried.</param>
    /// <param name="samples">Of tools of <paramref name="set"/>.</param>
    /// <param name="sandbox">Where their code runs.</param>
    /// <param name="effects">What they may reach.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One result a sample; <see cref="RunResult.Recorded"/> is what its <c>given</c> is to hold.</returns>
    public static Task<IReadOnlyList<RunResult>> RecordAsync(
        ForgedSet set, IReadOnlyList<(ForgedTool Tool, TriedSample Sample)> samples, TrialSandbox sandbox, HostEffects effects, CancellationToken cancellationToken = default) =>
        CallStation.RecordAsync(set, samples, sandbox, effects, cancellationToken);

    private ForgedSet Made(IReadOnlyList<ForgedTool> tools, CancellationToken cancellationToken)
    {
        var others = GenerationOptions.Among(tools.Select(tool => tool.Spec).OfType<ToolSpec>().ToArray()) with { Kinds = this.Kinds };
        tools = this.Each(tools, Station.Generate, tool => GenerateStation.Run(tool, others, cancellationToken), cancellationToken);
        return this.Inspected(this.Compiled(tools, cancellationToken), cancellationToken);
    }

    private ForgedSet Compared(ForgedSet set)
    {
        var before = new Dictionary<string, ToolEvidence>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, evidence) in this.Before) before[name] = evidence;
        return set with { Tools = [.. set.Tools.Select(tool => tool.With(RoundStation.Find(tool, before.GetValueOrDefault(tool.Name), this.Authors)))] };
    }

    private ForgedSet Compiled(IReadOnlyList<ForgedTool> tools, CancellationToken cancellationToken)
    {
        using var activity = ForgeTelemetry.Enter(Station.Compile);
        return this.Left(activity, Station.Compile, CompileStation.Run(tools, cancellationToken));
    }

    private ForgedSet Inspected(ForgedSet set, CancellationToken cancellationToken)
    {
        using var activity = ForgeTelemetry.Enter(Station.Inspect);
        return this.Left(activity, Station.Inspect, InspectStation.Run(set, cancellationToken));
    }

    private ForgedSet Left(QuietActivity activity, Station station, ForgedSet set)
    {
        ForgeTelemetry.Leave(activity, station, [.. set.Tools.Where(tool => tool.Times.ContainsKey(station))]);
        for (var index = 0; index < set.Tools.Count; index++) watcher?.Passed(station, index, set.Tools[index]);
        return set;
    }

    private ForgedTool[] Each<T>(IReadOnlyList<T> items, Station station, Func<T, ForgedTool> run, CancellationToken cancellationToken) =>
        items.Select((item, index) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            watcher?.Entered(station, index);
            var tool = Told(item, station, run);
            watcher?.Passed(station, index, tool);
            return tool;
        }).ToArray();

    private static ForgedTool Told<T>(T item, Station station, Func<T, ForgedTool> run)
    {
        // What could not be read only passes by.
        if (item is ForgedTool { Spec: null }) return run(item);
        using var activity = ForgeTelemetry.Enter(station);
        var tool = run(item);
        ForgeTelemetry.Leave(activity, station, tool);
        return tool;
    }
}

/// <summary>Follows the forge, for a person who waits. Called on the thread that works, in order.</summary>
public interface IForgeWatcher
{
    /// <summary>A spec enters a station.</summary>
    void Entered(Station station, int index);

    /// <summary>A spec leaves a station; <see cref="ForgedTool.HasErrors"/> tells whether it goes on.</summary>
    void Passed(Station station, int index, ForgedTool tool);

    /// <summary>A sample was run; <paramref name="total"/> are to be run.</summary>
    void Tried(int index, TriedSample sample, int total);
}

/// <summary>Specs that went through the forge together.</summary>
/// <param name="Tools">One a spec, in the order of the inputs.</param>
/// <param name="Compiled">The assembly of those that compiled.</param>
public sealed record ForgedSet(IReadOnlyList<ForgedTool> Tools, CompiledTools Compiled);

/// <summary>A tool and what it is called with.</summary>
/// <param name="Tool">A tool of the set.</param>
/// <param name="Arguments">JSON; checked by the tool.</param>
public sealed record ToolCall(ForgedTool Tool, string Arguments);
