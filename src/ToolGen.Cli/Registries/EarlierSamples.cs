using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Registry.Changes;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>Samples of the version before that the next one no longer has, run with the next one: what was left out does not hide what changed.</summary>
internal static class EarlierSamples
{
    /// <summary>Parts of a sample's world that are put together by their keys; of the others the innermost counts.</summary>
    private static readonly string[] Merged = ["files", "secrets", "settings"];

    /// <summary>Runs them.</summary>
    /// <param name="older">The version before.</param>
    /// <param name="newer">What came of the next one.</param>
    /// <param name="files">The next one's files.</param>
    /// <param name="others">The specs that it was forged with, its own among them.</param>
    /// <param name="forge">Runs them.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<IReadOnlyList<SampleRun>> RunAsync(
        StoredVersion older, ToolEvidence newer, SpecInput files, IReadOnlyList<SpecInput> others, RegistryForge forge, CancellationToken cancellationToken)
    {
        var gone = Gone(older, newer);
        if (gone.Count == 0 || Texts(older, gone) is not { } texts) return [];
        var input = files with { TestsPath = newer.Tool + ".tests.json", Tests = Encoding.UTF8.GetBytes($"[{string.Join(',', texts)}]") };
        var tried = await forge.TryAsync([.. others.Select(other => ReferenceEquals(other, files) ? input : other)], cancellationToken);
        var samples = tried.Tools.First(one => ReferenceEquals(one.Input, input)).Samples.Where(sample => sample.IsHeldOut).ToDictionary(sample => sample.Index);
        return [.. gone.Select((sample, index) => new SampleRun(sample.Given, samples.TryGetValue(index, out var run) && run.Result.Outcome == RunOutcome.Passed))];
    }

    /// <summary>What a person looks at, with the samples of the version that people know, which this one no longer has: they are run here, whoever says that they pass.</summary>
    /// <param name="registry">Has both.</param>
    /// <param name="forge">Runs them.</param>
    /// <param name="version">The next one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <param name="proven">Approved tools that pass all samples of the next one, where that was tried.</param>
    public static async Task<ReviewText> ReviewAsync(IToolRegistry registry, RegistryForge forge, StoredVersion version, CancellationToken cancellationToken, IReadOnlyList<ProvenAlike>? proven = null)
    {
        var text = new ReviewText(registry, version) { Proven = proven ?? [] };
        if (text.Before is not { } before || Gone(before, version.Evidence).Count == 0) return text;
        var inputs = StoredSpecs.WithSteps(registry, version);
        return new(registry, version) { Proven = text.Proven, Earlier = await RunAsync(before, version.Evidence, inputs[0], inputs, forge, cancellationToken) };
    }

    /// <summary>The files of the next one with those samples held out, so that they stay; the same files where they can't stand there as they stood before.</summary>
    /// <param name="older">The version before.</param>
    /// <param name="newer">What came of the next one.</param>
    /// <param name="tool">The next one.</param>
    public static SpecInput Kept(StoredVersion older, ToolEvidence newer, ForgedTool tool)
    {
        // Only where nothing of their world changes: then they ask what they asked.
        if (Read(older) is not { } read || Texts(older, Gone(older, newer), node: true) is not { Count: > 0 } texts) return tool.Input;
        if (read.OuterGiven is not null || Canonical(read.Spec.Given?.Node) != Canonical(tool.Spec!.Given?.Node)) return tool.Input;
        var there = tool.Input.TestsPath is null ? [] : JsonReader.Read("tests", tool.Input.Tests.Span).Root switch
        {
            JsonArray list => list.Items,
            JsonObject file when file["given"] is null && file["tests"] is JsonArray list => list.Items,
            _ => null,
        };
        return there is null ? tool.Input : tool.Input with
        {
            TestsPath = tool.Name + ".tests.json",
            Tests = Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", there.Select(JsonWriter.Compact).Concat(texts))}\n]\n"),
        };
    }

    private static IReadOnlyList<SeenSample> Gone(StoredVersion older, ToolEvidence newer) =>
        [.. older.Evidence.Samples.Where(sample => sample.Outcome == "passed" && newer.Samples.All(other => other.Given != sample.Given))];

    private static (ToolSpec Spec, IReadOnlyList<Sample> HeldOut, Given? OuterGiven)? Read(StoredVersion version)
    {
        if (SpecReader.Read("spec", Encoding.UTF8.GetBytes(version.Spec)).Spec is not { } spec) return null;
        var tests = version.Tests is { } text ? TestsReader.Read(new SourceText("tests", text), spec) : null;
        return (spec, tests is null ? [] : tests.Samples, tests?.Given);
    }

    private static string? Canonical(JsonNode? node) => node is null ? null : JsonWriter.Canonical(node);

    /// <summary>The samples as they are written, each with all of its world unless its own node is asked for; null where one can't be found.</summary>
    private static IReadOnlyList<string>? Texts(StoredVersion version, IReadOnlyList<SeenSample> samples, bool node = false)
    {
        if (Read(version) is not { } read) return null;
        var found = samples.Select(sample => sample.In == "tests" ? (At(read.HeldOut, sample.Index), read.OuterGiven) : (At(read.Spec.Examples, sample.Index), null)).ToArray();
        return found.Any(one => one.Item1 is null) ? null : [.. found.Select(one => JsonWriter.Compact(node ? one.Item1!.Node : Whole(one.Item1!, read.Spec.Given, one.Item2)))];
    }

    private static Sample? At(IReadOnlyList<Sample> samples, int index) => index < samples.Count ? samples[index] : null;

    private static JsonObject Whole(Sample sample, Given? root, Given? outer)
    {
        var world = new[] { root?.Node, outer?.Node, sample.Given?.Node }.OfType<JsonObject>().Aggregate(new JsonObject([], default), Over);
        var members = sample.Node.Members.Where(member => member.Name != "given");
        return new([.. members, .. world.Members.Count > 0 ? [new JsonMember("given", default, world)] : Array.Empty<JsonMember>()], default);
    }

    private static JsonObject Over(JsonObject outer, JsonObject inner) => new(
        [
            .. outer.Members.Where(member => inner[member.Name] is null),
            .. inner.Members.Select(member => Merged.Contains(member.Name) && outer[member.Name] is JsonObject below && member.Value is JsonObject above
                ? new JsonMember(member.Name, default, new JsonObject([.. below.Members.Where(one => above[one.Name] is null), .. above.Members], default))
                : member),
        ],
        default);
}
