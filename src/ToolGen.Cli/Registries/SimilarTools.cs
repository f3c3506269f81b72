using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>Tools that do what another one does: the same code, the same samples, or all samples of the other pass on them.</summary>
internal static class SimilarTools
{
    private const int LookedAt = 10;

    // Of one sample many tools are alike.
    private const int LeastSamples = 2;

    /// <summary>Others that are approved or proposed, each with why.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="version">The one.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="proven">What <see cref="ProvenAsync"/> showed.</param>
    public static IReadOnlyList<(StoredVersion Version, string Why)> Of(IToolRegistry registry, StoredVersion version, int most, IReadOnlyList<ProvenAlike> proven)
    {
        var others = registry.List(ToolState.Approved, ToolState.Candidate, ToolState.Deprecated).Where(other => other.Id != version.Id).ToArray();
        var twice = Worth.Advise([.. others.Where(other => !other.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase)), version with { State = Weighed(version.State) }], [], null, proven)
            .Where(advice => advice.Kind == AdviceKind.Duplicate && (advice.Id == version.Id || advice.Other == version.Id));
        return [.. twice.Select(advice => (Other: others.First(other => other.Id == (advice.Id == version.Id ? advice.Other : advice.Id)), Why: Text(advice, proven))).Take(most)];
    }

    /// <summary>Approved tools of other names whose schemas take the samples of a version, and which its words find; and those samples.</summary>
    public static async Task<(IReadOnlyList<StoredVersion> Others, AskedSamples Samples)?> LikelyAsync(IToolRegistry registry, FoundTools tools, StoredVersion version, CancellationToken cancellationToken)
    {
        if (registry.Heads().All(head => head.State != ToolState.Approved) || SpecReader.Read("spec", Encoding.UTF8.GetBytes(version.Spec)).Spec is not { } spec) return null;
        var tests = version.Tests is { } text ? TestsReader.Read(new SourceText("tests", text), spec) : null;
        if (AskedSamples.Of(spec, tests) is not { Count: >= LeastSamples } samples) return null;
        var (found, _) = await tools.SearchAsync(new($"{version.Name} {VersionChoice.Purpose(version)}") { Limit = LookedAt, States = [ToolState.Approved] }, cancellationToken);
        var others = found.Select(one => one.Version).Where(other => !other.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase) && samples.Unfit(other.Spec) is null).ToArray();
        return others.Length == 0 ? null : (others, samples);
    }

    /// <summary>Runs the samples of a version on those that <see cref="LikelyAsync"/> found.</summary>
    public static async Task<IReadOnlyList<ProvenAlike>> ProvenAsync(
        IToolRegistry registry, RegistryForge forge, StoredVersion version, (IReadOnlyList<StoredVersion> Others, AskedSamples Samples)? likely, CancellationToken cancellationToken) => likely is not var (others, samples)
        ? []
        : [.. (await AskedTools.RunAsync(registry, forge, others, samples, cancellationToken)).Where(one => one.IsWhole).Select(one => new ProvenAlike(version.Id, one.Tool.Id, samples.Count))];

    // One that lapsed or was quarantined is looked at again: it is weighed as what it would be.
    private static ToolState Weighed(ToolState state) => state == ToolState.Approved ? state : ToolState.Candidate;

    private static string Text(Advice advice, IReadOnlyList<ProvenAlike> proven) => advice.Likeness switch
    {
        Likeness.Code => ", with the same code",
        Likeness.Samples => ", with the same samples",
        _ => FormattableString.Invariant($", which passes all {proven.First(one => one.Id == advice.Id && one.Other == advice.Other).Samples} samples of this one"),
    };
}
