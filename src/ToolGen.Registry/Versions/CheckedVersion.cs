using System;
using System.Text;
using ToolGen.Registry.Storage;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Registry.Versions;

/// <summary>A version that may be kept: all that it is made of fits its evidence.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Given">As it was given.</param>
/// <param name="Evidence">The text of its evidence.</param>
internal sealed record CheckedVersion(string Id, NewVersion Given, string Evidence)
{
    private const int LargestSpec = 4 << 20, LargestCompanion = 1 << 20, LargestTests = 4 << 20, LargestTool = 2 << 20, LargestEvidence = 8 << 20, LongestSession = 24;

    public string Name => this.Given.Evidence.Tool;

    public string Version => this.Given.Evidence.Version!;

    /// <summary>Holds a new version against its evidence. Costs time: it is done before anything is locked.</summary>
    /// <exception cref="RegistryException">It does not fit.</exception>
    public static CheckedVersion Of(NewVersion given)
    {
        var evidence = given.Evidence;
        Bound(given.Spec, LargestSpec, "spec");
        Bound(given.Companion, LargestCompanion, "C# beside the spec");
        Bound(given.Tests, LargestTests, "file of samples");
        Bound(given.McpTool, LargestTool, "description for models");
        var text = evidence.Text;
        Bound(text, LargestEvidence, "evidence");
        if (EvidenceReader.Read("evidence", Encoding.UTF8.GetBytes(text)).Evidence is null) throw Refused("its evidence is not written as evidence is");
        if (evidence.Version is not { } version || !SemanticVersion.IsValid(version)) throw Refused("its evidence names no version");
        if (evidence.Identity.Id is not { } id || evidence.Kind is null) throw Refused("its evidence names no spec");
        if (evidence.Identity.Templates is null) throw Refused("its evidence names no templates: it was not generated");
        if (!evidence.IsSound)
            throw Refused(evidence.HasErrors ? "an error stands in its evidence: `toolgen check` names it" : evidence.Samples.Count == 0 ? "no sample was run: `toolgen try` runs them" : "not all samples passed: `toolgen try` shows which");
        if (Contents.SpecHashOf(given.Spec, evidence.Tool) != evidence.Identity.Spec) throw Refused("the spec is not the one that the evidence is about: forge it again");
        if (Contents.HashOf(given.Companion) != evidence.Identity.Companion) throw Refused("the C# beside the spec is not the one that the evidence is about: forge it again");
        if (JsonReader.Read(new SourceText("spec", given.Spec)).Root is not JsonObject spec || (spec["name"] as JsonString)?.Value != evidence.Tool || ((spec["version"] as JsonString)?.Value ?? "1.0.0") != version)
            throw Refused("the spec has another name or number than the evidence");
        if (JsonReader.Read(new SourceText("tool", given.McpTool)) is not { Root: JsonObject tool, Findings.Count: 0 } || (tool["name"] as JsonString)?.Value != evidence.Tool)
            throw Refused("its description for models is no tool of this name");
        if (given.SessionOf is { } session)
        {
            Bounds.By(session);
            if (given.SessionTime <= TimeSpan.Zero || given.SessionTime > TimeSpan.FromHours(LongestSession)) throw Refused($"a session's tool lives at most {LongestSession} hours");
        }

        return new(id, given, text);
    }

    /// <summary>What its record says.</summary>
    /// <param name="now">The time.</param>
    /// <param name="calls">How many calls of versions there have been.</param>
    public string Body(DateTimeOffset now, long calls) => JsonWriter.Canonical(JsonMake.Object(
        JsonMake.Member("id", JsonMake.Text(this.Id)),
        JsonMake.Member("name", JsonMake.Text(this.Name)),
        JsonMake.Member("version", JsonMake.Text(this.Version)),
        JsonMake.Member("kind", JsonMake.Text(this.Given.Evidence.Kind!)),
        JsonMake.Member("spec", JsonMake.Text(this.Given.Evidence.Identity.Spec!)),
        JsonMake.Member("text", JsonMake.Text(Sha256.Of(this.Given.Spec))),
        JsonMake.Member("companion", JsonMake.TextOrNull(Contents.HashOf(this.Given.Companion))),
        JsonMake.Member("tests", JsonMake.TextOrNull(Contents.HashOf(this.Given.Tests))),
        JsonMake.Member("mcp", JsonMake.Text(Sha256.Of(this.Given.McpTool))),
        JsonMake.Member("evidence", JsonMake.Text(Sha256.Of(this.Evidence))),
        JsonMake.Member("calls", JsonMake.Number(calls)),
        JsonMake.Member("session", JsonMake.TextOrNull(this.Given.SessionOf)),
        JsonMake.Member("expires", this.Given.SessionOf is null ? JsonMake.Null : JsonMake.Number(Moments.Of(now + this.Given.SessionTime)))));

    private static void Bound(string? text, int largest, string what)
    {
        if (text is null) return;
        if (text.Length > largest || Encoding.UTF8.GetByteCount(text) > largest) throw Refused($"its {what} has more than {largest} bytes");
        if (!Bounds.IsWhole(text) || text.Contains('\0', StringComparison.Ordinal)) throw Refused($"its {what} is no text");
    }

    private static RegistryException Refused(string why) => Bounds.Refused($"this version can't be kept: {why}");
}
