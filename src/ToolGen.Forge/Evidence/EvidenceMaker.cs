using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Forge.Stations;
using ToolGen.Forge.Trial;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Evidence;

/// <summary>Makes the evidence of the tools of one set out of what the stations left.</summary>
internal sealed class EvidenceMaker(ForgedSet set, EquatableArray<OwnKindDefinition> kinds, Authors authors)
{
    private readonly Identities identities = new(set.Tools, kinds);
    private readonly string[] paths = [.. set.Tools.Select(tool => tool.Input.Path)];

    public ForgedEvidence Of(ForgedTool tool)
    {
        var files = new ToolFiles(tool, this.paths);
        var runs = tool.Samples.Select(sample => sample.Result).ToArray();
        var evidence = new ToolEvidence
        {
            Tool = ToolFiles.Whole(tool.Name),
            Version = tool.Spec?.Version,
            Kind = tool.Kind,
            ToolGen = ToolgenVersion.Current,
            Identity = this.identities.Of(tool),
            Authors = new(Told(authors.Spec), tool.Input.TestsPath is null ? null : Told(authors.Tests)),
            Stations = tool.Times.Keys.Order().Select(Text).ToEquatableArray(),
            Findings = tool.Findings.Select(finding => Seen(finding, files)).ToEquatableArray(),
            Samples = Samples(tool),
            Capabilities = new()
            {
                Declared = Sorted(tool.Generated is { } declared ? declared.Capabilities : []),
                Found = Sorted(tool.Compiled?.Effects ?? tool.Generated?.Capabilities ?? []),
                Observed = Sorted(runs.SelectMany(run => run.Used).Concat(tool.Inputs?.Used ?? [])),
                Refused = Sorted(runs.SelectMany(run => run.Refused).Concat(tool.Inputs?.Refused ?? [])),
            },
            Isolation = runs.Select(run => run.Run?.Isolation).Min()?.ToString().ToLowerInvariant(),
            Limits = Sorted(runs.SelectMany(ReachedLimits.Of)),
            Worth = tool.Worth is not { } worth ? null : new(
                worth.Mutants, worth.Survivors.Select(survivor => new SeenChange(files.PlaceOf(survivor.Place), ToolFiles.Whole(survivor.Before), ToolFiles.Whole(survivor.After))).ToEquatableArray(), worth.Stub),
            Inputs = tool.Inputs is not { } inputs ? null : new(inputs.Tried, inputs.Failed, inputs.Late, inputs.Repeated, inputs.Differing),
        };
        return new(evidence, new(
            evidence.Id,
            tool.Times.OrderBy(time => time.Key).Select(time => new StationTime(Text(time.Key), time.Value.TotalMilliseconds)).ToEquatableArray(),
            runs.Select(run => run.Milliseconds).ToEquatableArray()));
    }

    private static EquatableArray<SeenSample> Samples(ForgedTool tool)
    {
        if (tool.Samples.Count == 0) return [];
        return tool.Samples.Select(one => new SeenSample(
            one.IsHeldOut ? "tests" : "examples",
            one.Index,
            SampleText.Given(tool.Spec!, one.IsHeldOut ? tool.HeldOutGiven : null, one.Sample),
            SampleText.Expects(one.Sample),
            one.Result.Outcome.ToString().ToLowerInvariant())
        {
            Name = one.Sample.Name,
            Output = one.Result.Output is { } output ? Sha256.Of(Canonical(output)) : null,
            Errors = one.Result.Errors.Select(error => ToolFiles.Whole(string.IsNullOrEmpty(error.Pointer) ? error.Code : $"{error.Code} {error.Pointer}")).ToEquatableArray(),
            Ended = one.Result.Run?.End.ToString().ToLowerInvariant(),
        }).ToEquatableArray();
    }

    private static string Canonical(string output) => JsonReader.Read("output", Encoding.UTF8.GetBytes(output)) is { Root: { } root, Findings.Count: 0 } ? JsonWriter.Canonical(root) : output;

    private static SeenFinding Seen(Finding finding, ToolFiles files) =>
        new(finding.Id, finding.Severity.ToString().ToLowerInvariant(), files.PlaceOf(finding.Place), files.Sentence(finding.Message));

    private static EquatableArray<string> Sorted(IEnumerable<string> lines) => lines.Select(ToolFiles.Whole).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray();

    private static string? Told(string? author) => author is null ? null : ToolFiles.Whole(author);

    private static string Text(Station station) => station.ToString().ToLowerInvariant();
}
