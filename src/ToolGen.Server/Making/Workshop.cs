using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Server.Callers;
using ToolGen.Specification.Specs;

namespace ToolGen.Server.Making;

/// <summary>The forge of a server: resident, so that its compiler is warm, and not asked for more at a time than the machine has processors.</summary>
/// <param name="options">How.</param>
/// <param name="registry">Has the tools that others call.</param>
/// <param name="sandbox">Where samples run.</param>
/// <param name="isLone">Whether one caller has all turns.</param>
internal sealed class Workshop(ToolServerOptions options, IToolRegistry registry, TrialSandbox sandbox, bool isLone)
{
    // What a caller has forged anew has a share of its own, beside what it makes; no principal has a blank in its name.
    private const string AgainPrefix = "again ";

    private readonly Gate gate = Gate.OfMakes(options, isLone);

    /// <summary>Reads, generates, compiles and inspects; nothing is run. The spec's own tool is the first of the set; behind it stand those that it calls.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public Task<ForgedSet> CheckAsync(GivenSpec spec, string caller, IForgeWatcher? watcher, CancellationToken cancellationToken) =>
        this.InTurnAsync(caller, (forge, cancel) => Task.Run(() => forge.Make(this.WithCalled(forge, spec.Input, cancel), cancel), cancel), watcher, null, cancellationToken);

    /// <summary>The same, then every sample in the sandbox; what the samples are worth where it is asked for.</summary>
    /// <param name="spec">As it was sent.</param>
    /// <param name="maker">Stands in the evidence as the author of spec and samples.</param>
    /// <param name="weighs">Whether small changes of the code are tried on the samples.</param>
    /// <param name="watcher">Told of each station.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BusyException">Too many wait.</exception>
    public Task<(Forge.Forge Forge, ForgedSet Set)> MakeAsync(GivenSpec spec, string maker, bool weighs, IForgeWatcher? watcher, CancellationToken cancellationToken) => this.InTurnAsync(
        maker,
        async (forge, cancel) =>
        {
            var set = await Task.Run(() => forge.Make(this.WithCalled(forge, spec.Input, cancel), cancel), cancel).ConfigureAwait(false);
            if (set.Tools[0].HasErrors || !set.Tools[0].IsRunnable) return (forge, set);
            set = await forge.TryAsync(set, sandbox, cancel).ConfigureAwait(false);
            return (forge, weighs && !set.Tools[0].HasErrors ? await forge.WeighAsync(set, sandbox, cancel).ConfigureAwait(false) : set);
        },
        watcher,
        maker,
        cancellationToken);

    /// <summary>Forges a version anew from the texts that the registry keeps, with the versions of the tools that it calls which it was made with.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    /// <exception cref="RegistryException">What comes out is not what was approved.</exception>
    public Task<ForgedSet> AgainAsync(StoredVersion version, string caller, CancellationToken cancellationToken) => this.InTurnAsync(
        AgainPrefix + caller,
        (forge, cancel) => Task.Run(() => Same(version, forge, forge.Make([.. VersionSteps.Of(registry, version, callable: true).Select(InputOf)], cancel)), cancel), null, null, cancellationToken);

    private async Task<T> InTurnAsync<T>(string caller, Func<Forge.Forge, CancellationToken, Task<T>> work, IForgeWatcher? watcher, string? maker, CancellationToken cancellationToken)
    {
        if (await this.gate.EnterAsync(caller, cancellationToken).ConfigureAwait(false) is not Turn.Given and var turn) throw new BusyException(turn);
        try
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            late.CancelAfter(options.MakeTime);
            try
            {
                return await work(new(watcher) { Kinds = options.Kinds, Packages = options.Packages, Authors = new(maker, maker) }, late.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"it took longer than {options.MakeTime.TotalSeconds:0} s");
            }
        }
        finally
        {
            this.gate.Leave(caller);
        }
    }

    /// <summary>The spec, and the approved tools that it calls, and those that they call.</summary>
    private List<SpecInput> WithCalled(Forge.Forge forge, SpecInput input, CancellationToken cancellationToken)
    {
        var inputs = new List<SpecInput> { input };
        if (forge.Read(inputs, cancellationToken)[0].Spec is not { } spec) return inputs;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { spec.Name };
        foreach (var reference in CalledTools.Of(spec))
        {
            // What is not there is a finding of the forge, at its place.
            if (registry.Find(reference) is not { } called) continue;
            foreach (var version in VersionSteps.Of(registry, called, callable: true))
                if (inputs.Count < VersionSteps.Most && taken.Add(version.Name)) inputs.Add(InputOf(version));
        }

        return inputs;
    }

    private static SpecInput InputOf(StoredVersion version) => SpecInput.Of(version.Name, version.Spec, version.Companion, version.Tests);

    /// <summary>What runs is what was approved: same id, same capabilities, same templates.</summary>
    private static ForgedSet Same(StoredVersion version, Forge.Forge forge, ForgedSet set)
    {
        var tool = set.Tools[0];
        if (tool.HasErrors || !tool.IsRunnable)
            throw new RegistryException(RegistryFault.NotSound, $"{version.Name} {version.Version} can't be forged any more: {tool.Findings.FirstOrDefault(finding => finding.Severity == Specification.Findings.FindingSeverity.Error)?.Message ?? "its C# is a project's"}");
        var evidence = forge.EvidenceOf(set)[0].Evidence;
        if (evidence.Identity.Id != version.Id)
            throw new RegistryException(RegistryFault.Damaged, $"what the registry holds for {version.Name} {version.Version} is not what its id says: `toolgen verify` names what was changed");
        if (version.Approval is not { } approval)
            throw new RegistryException(RegistryFault.NotApproved, $"no approval of {version.Name} {version.Version} holds: a person renews it with `toolgen review {version.Name}`");
        if (evidence.Identity.Templates != approval.Templates)
            throw new RegistryException(RegistryFault.NotApproved, $"{version.Name} {version.Version} was approved as another version of ToolGen generates it: a person renews approvals with `toolgen review --upgrade`");
        if (!evidence.Capabilities.Declared.SequenceEqual(approval.Capabilities, StringComparer.Ordinal))
            throw new RegistryException(RegistryFault.NotApproved, $"{version.Name} {version.Version} may do other things than were approved: `toolgen verify` says more");
        return set;
    }
}

/// <summary>More is asked for at a time than the server does.</summary>
internal sealed class BusyException(Turn turn) : Exception(turn == Turn.TooManyOfOne ? "as many of yours are under way as one caller may have at a time: try again when one of them has its answer" : "the server is busy: try again in a moment");
