using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read: a rule for each id that occurs, a region, a fix and the way of a value for each finding.</summary>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes one log with one run.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Finding> findings, string version)
    {
        var rules = findings.Select(finding => finding.Descriptor).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToArray();
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();

        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "toolgen");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules) Rule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var finding in findings) Result(json, finding, Array.FindIndex(rules, rule => rule.Id == finding.Id));
        json.WriteEndArray();

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, FindingDescriptor rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", PascalCase(rule.Title));
        Text(json, "shortDescription", rule.Title + ".");
        Text(json, "fullDescription", rule.Explanation.Length > 0 ? rule.Explanation : rule.Title + ".");
        json.WriteStartObject("help");
        json.WriteString("text", rule.Remedy.Length > 0 ? rule.Remedy : rule.Title + ".");
        json.WriteString("markdown", $"{rule.Explanation}\n\nWrong:\n\n```json\n{rule.Bad}\n```\n\nRight:\n\n```json\n{rule.Good}\n```\n");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        Text(json, "message", finding.Remedy.Length == 0 ? finding.Message : $"{finding.Message} {finding.Remedy}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        Location(json, finding.Place);
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding.Steps.Count > 0) CodeFlow(json, finding.Steps);
        if (finding.Fix is { Edits.Count: > 0 } fix) Fix(json, finding.Place.Path, fix);
        json.WriteEndObject();
    }

    private static void CodeFlow(Utf8JsonWriter json, IEnumerable<FindingStep> steps)
    {
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            Location(json, step.Place);
            Text(json, "message", step.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject("physicalLocation");
        Artifact(json, place.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Start.Line + 1);
        json.WriteNumber("startColumn", place.Start.Column + 1);
        json.WriteNumber("endLine", place.End.Line + 1);
        json.WriteNumber("endColumn", place.End.Column + 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Fix(Utf8JsonWriter json, string path, FindingFix fix)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        Text(json, "description", fix.Title);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        Artifact(json, path);
        json.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            json.WriteStartObject("deletedRegion");
            json.WriteNumber("charOffset", edit.Span.Start);
            json.WriteNumber("charLength", edit.Span.Length);
            json.WriteEndObject();
            Text(json, "insertedContent", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Artifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(path));
        json.WriteEndObject();
    }

    /// <summary>A relative path as a relative URI reference; an absolute one as a file URI. Any character a file name can have is encoded.</summary>
    internal static string Uri(string path)
    {
        var encoded = string.Join('/', path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(System.Uri.EscapeDataString));
        return Path.IsPathRooted(path) ? "file://" + (encoded.StartsWith('/') ? "" : "/") + encoded : encoded;
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };

    private static string PascalCase(string title) =>
        string.Concat(title.Split([' ', '.', '-', '`', '$', ',', '"', '\''], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
