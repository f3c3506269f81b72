using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Commands;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Registry;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;

namespace ToolGen.Cli.Registries;

/// <summary>The whole route, worth too, for what goes into a registry or stands in it.</summary>
internal sealed class RegistryForge
{
    private readonly EquatableArray<OwnKindDefinition> kinds;
    private readonly PackageShelf packages;
    private readonly OpeningSandbox sandbox;

    /// <param name="parsed">Names the project's kinds.</param>
    /// <param name="grants">Those of the host: which packages C# may call.</param>
    /// <param name="terminal">Takes what is wrong with them.</param>
    /// <param name="sandbox">Where it runs.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public RegistryForge(ParseResult parsed, HostGrants grants, Terminal terminal, OpeningSandbox sandbox, CancellationToken cancellationToken)
    {
        this.kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        this.packages = grants.Packages;
        this.sandbox = sandbox;
    }

    /// <summary>Who writes the specs and their held-out samples, as far as somebody says.</summary>
    public Authors Authors { get; init; } = new(null, null);

    /// <summary>Read → Generate → Compile → Inspect → Try → Worth.</summary>
    public async Task<(ForgedSet Set, IReadOnlyList<ToolEvidence> Evidence)> ForgeAsync(IReadOnlyList<SpecInput> inputs, IForgeWatcher? watcher, CancellationToken cancellationToken)
    {
        var forge = this.Forge(watcher, new Forge.Forge().Inputs);
        var set = await Route.GoAsync(forge, inputs, this.sandbox, weighs: true, cancellationToken);
        return (set, [.. forge.EvidenceOf(set).Select(one => one.Evidence)]);
    }

    /// <summary>Runs samples alone.</summary>
    public Task<ForgedSet> TryAsync(IReadOnlyList<SpecInput> inputs, CancellationToken cancellationToken) => Route.GoAsync(this.Forge(null, 0), inputs, this.sandbox, weighs: false, cancellationToken);

    /// <summary>Runs what somebody asks for on a version: nothing is reached but what the samples give.</summary>
    public async Task<AskedRun> RunAsync(IToolRegistry registry, StoredVersion version, AskedSamples samples, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            var (clock, forge) = (Stopwatch.StartNew(), this.Forge(null, 0));
            var made = await Task.Run(() => forge.Make(StoredSpecs.WithSteps(registry, version), cancellationToken), cancellationToken);
            return forge.EvidenceOf(made)[0].Evidence.Identity.Id == version.Id
                ? await samples.RunAsync(made, await this.sandbox.ReadyAsync(), "samples", clock.Elapsed < time ? time - clock.Elapsed : TimeSpan.Zero, cancellationToken)
                : new(0, samples.Count, "it does not forge to the version that it is said to be: `toolgen verify --all` tells whether the registry was changed");
        }
        catch (Exception e) when (e is UsageException or RegistryException)
        {
            return new(0, samples.Count, e.Message);
        }
    }

    private Forge.Forge Forge(IForgeWatcher? watcher, int inputs) => new(watcher) { Kinds = this.kinds, Packages = this.packages, Authors = this.Authors, Inputs = inputs };
}
