using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Evidence;

/// <summary>Evidence as a JSON object, its members in the one order.</summary>
internal static class EvidenceWriter
{
    public static JsonObject Node(ToolEvidence evidence) => JsonMake.Object(
        Member("format", JsonMake.Number(ToolEvidence.CurrentFormat)),
        Member("tool", JsonMake.Text(evidence.Tool)),
        Member("version", JsonMake.TextOrNull(evidence.Version)),
        Member("kind", JsonMake.TextOrNull(evidence.Kind)),
        Member("toolgen", JsonMake.Text(evidence.ToolGen)),
        Member("identity", Identity(evidence.Identity)),
        Member("authors", JsonMake.Object(Member("spec", JsonMake.TextOrNull(evidence.Authors.Spec)), Member("tests", JsonMake.TextOrNull(evidence.Authors.Tests)))),
        Member("stations", JsonMake.Texts(evidence.Stations)),
        Member("findings", List(evidence.Findings, Finding)),
        Member("samples", List(evidence.Samples, Sample)),
        Member("capabilities", Capabilities(evidence.Capabilities)),
        Member("isolation", JsonMake.TextOrNull(evidence.Isolation)),
        Member("limits", JsonMake.Texts(evidence.Limits)),
        Member("worth", evidence.Worth is { } worth ? Worth(worth) : JsonMake.Null),
        Member("inputs", evidence.Inputs is { } inputs ? Inputs(inputs) : JsonMake.Null));

    private static JsonNode Identity(ToolIdentity identity) => JsonMake.Object(
        Member("id", JsonMake.TextOrNull(identity.Id)),
        Member("spec", JsonMake.TextOrNull(identity.Spec)),
        Member("companion", JsonMake.TextOrNull(identity.Companion)),
        Member("template", JsonMake.TextOrNull(identity.Template)),
        Member("steps", List(identity.Steps, step => JsonMake.Object(Member("tool", JsonMake.Text(step.Tool)), Member("id", JsonMake.TextOrNull(step.Id))))),
        Member("packages", List(identity.Packages, package => JsonMake.Object(Member("package", JsonMake.Text(package.Package)), Member("version", JsonMake.Text(package.Version)), Member("sha512", JsonMake.Text(package.Sha512))))),
        Member("code", JsonMake.TextOrNull(identity.Code)),
        Member("source", JsonMake.TextOrNull(identity.Source)),
        Member("templates", JsonMake.TextOrNull(identity.Templates)));

    private static JsonNode Finding(SeenFinding finding) => JsonMake.Object(
        [Member("id", JsonMake.Text(finding.Id)), Member("severity", JsonMake.Text(finding.Severity)), .. Place(finding.Place), Member("message", JsonMake.Text(finding.Message))]);

    private static JsonNode Sample(SeenSample sample) => JsonMake.Object(
        Member("in", JsonMake.Text(sample.In)),
        Member("index", JsonMake.Number(sample.Index)),
        Member("name", JsonMake.TextOrNull(sample.Name)),
        Member("given", JsonMake.Text(sample.Given)),
        Member("expects", Expects(sample.Expects)),
        Member("outcome", JsonMake.Text(sample.Outcome)),
        Member("output", JsonMake.TextOrNull(sample.Output)),
        Member("errors", JsonMake.Texts(sample.Errors)),
        Member("ended", JsonMake.TextOrNull(sample.Ended)));

    // What it states is JSON already; a hash is none.
    private static JsonNode Expects(string expects) =>
        expects.StartsWith("{", StringComparison.Ordinal) && JsonReader.Read(new SourceText("expects", expects)).Root is JsonObject node ? node : JsonMake.Text(expects);

    private static JsonNode Capabilities(SeenCapabilities capabilities) => JsonMake.Object(
        Member("declared", JsonMake.Texts(capabilities.Declared)),
        Member("found", JsonMake.Texts(capabilities.Found)),
        Member("observed", JsonMake.Texts(capabilities.Observed)),
        Member("refused", JsonMake.Texts(capabilities.Refused)));

    private static JsonNode Worth(SeenWorth worth) => JsonMake.Object(
        Member("changes", JsonMake.Number(worth.Changes)),
        Member("unnoticed", List(worth.Unnoticed, change => JsonMake.Object(
            [.. Place(change.Place), Member("before", JsonMake.Text(change.Before)), Member("after", JsonMake.Text(change.After))]))),
        Member("stub", JsonMake.TextOrNull(worth.Stub)));

    private static JsonNode Inputs(SeenInputs inputs) => JsonMake.Object(
        Member("tried", JsonMake.Number(inputs.Tried)),
        Member("failed", JsonMake.Number(inputs.Failed)),
        Member("late", JsonMake.Number(inputs.Late)),
        Member("repeated", JsonMake.Number(inputs.Repeated)),
        Member("differing", JsonMake.Number(inputs.Differing)));

    private static IEnumerable<JsonMember> Place(SeenPlace place) =>
    [
        Member("in", JsonMake.Text(place.In)),
        Member("line", JsonMake.Number(place.Line)),
        Member("column", JsonMake.Number(place.Column)),
        Member("endLine", JsonMake.Number(place.EndLine)),
        Member("endColumn", JsonMake.Number(place.EndColumn)),
    ];

    private static JsonNode List<T>(IEnumerable<T> items, Func<T, JsonNode> write) => JsonMake.Array(items.Select(write));

    private static JsonMember Member(string name, JsonNode value) => JsonMake.Member(name, value);
}
