using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry;

namespace ToolGen.Cli.Statistics;

/// <summary>What a registry is worth to those who use it, counted from its log and its versions.</summary>
internal sealed record RegistryStats
{
    /// <summary>Versions by where they stand.</summary>
    public required IReadOnlyDictionary<ToolState, int> States { get; init; }

    /// <summary>How versions did, the most called first.</summary>
    public required IReadOnlyList<VersionUsage> Usage { get; init; }

    /// <summary>Day by day.</summary>
    public required IReadOnlyList<StatsDay> Days { get; init; }

    /// <summary>Calls of no version: what nobody found, or was not let in.</summary>
    public required long Strangers { get; init; }

    /// <summary>The state of the library.</summary>
    public required LibraryHealth Health { get; init; }

    /// <summary>What should be looked at.</summary>
    public required IReadOnlyList<Advice> Advice { get; init; }

    /// <summary>All calls of versions.</summary>
    public long Calls => this.Usage.Sum(one => one.Calls);

    public long Answered => this.Usage.Sum(one => one.Answered);

    public long CallerFaults => this.Usage.Sum(one => one.CallerFaults);

    public long ToolFaults => this.Usage.Sum(one => one.ToolFaults);

    public long EnvironmentFaults => this.Usage.Sum(one => one.EnvironmentFaults);

    public long Refused => this.Usage.Sum(one => one.Refused);

    /// <summary>Calls of versions that had been called before: each is one that nobody had to make a tool for.</summary>
    public long Reuses => this.Usage.Sum(one => Math.Max(0, one.Calls - 1));

    /// <summary>Counts.</summary>
    /// <param name="registry">What.</param>
    /// <param name="proven">What runs of samples showed.</param>
    public static RegistryStats Of(IToolRegistry registry, IReadOnlyList<ProvenAlike> proven)
    {
        var versions = registry.List().ToArray();
        var usage = registry.Usage().OrderByDescending(one => one.Calls).ThenBy(one => one.Tool, StringComparer.Ordinal).ToArray();
        var days = StatsDays.Of(registry.Log());
        return new()
        {
            States = Enum.GetValues<ToolState>().ToDictionary(state => state, state => versions.Count(version => version.State == state)),
            Usage = usage,
            Days = days.All,
            Strangers = days.Strangers,
            Health = LibraryHealth.Of(versions, usage),
            Advice = Worth.Advise(versions, usage, null, proven),
        };
    }
}
