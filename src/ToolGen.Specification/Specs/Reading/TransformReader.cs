using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The kinds <c>transform</c> and <c>file</c>.</summary>
internal static class TransformReader
{
    public static Implementation? Read(JsonObject node, FindingSink sink)
    {
        var names = new Names(((JsonString)node["kind"]!).Value, sink);
        names.Variables(node["let"]);
        names.Variables(node["patterns"]);
        var steps = new StepReader(names, node["patterns"] as JsonObject, sink).Read(node["steps"] as JsonArray);
        var options = new ParseOptions(node, sink);
        var record = ImplementationReader.Shape(node, "record", sink);
        var patterns = Patterns(node["patterns"], sink);
        if (options.Format is not { } format) return null;
        CheckRecord(node, format, sink);
        CheckMatch(options, format, node, sink);
        var transform = new TransformImplementation(node)
        {
            Let = Texts.NamedOf(node["let"]),
            Fail = ImplementationReader.Fail(node["fail"], sink),
            Result = ResultReader.Object(node["result"]),
            Format = format,
            SourceExpression = Texts.Of(node["source"] as JsonString),
            SkipBad = (options["bad"] as JsonString)?.Value == "skip",
            Record = record,
            AnyRecord = node["record"] is JsonString { Value: "any" },
            Patterns = patterns,
            Match = options["match"] as JsonString,
            Records = options["records"] as JsonString,
            Namespaces = Map(options["namespaces"]).ToDictionary(pair => pair.Key, pair => pair.Value.Value),
            Paths = Map(options["paths"]).ToDictionary(pair => pair.Key, pair => pair.Value),
            Delimiter = Character(options["delimiter"]) ?? ',',
            Escape = Character(options["escape"]) ?? '"',
            Steps = steps,
        };
        return node["kind"] is JsonString { Value: "file" } ? FileReader.Read(node, transform, sink) : transform;
    }

    private static IReadOnlyList<NamedPattern> Patterns(JsonNode? node, FindingSink sink)
    {
        if (node is not JsonObject map) return [];
        var patterns = new List<NamedPattern>();
        foreach (var member in map.Members)
        {
            if (member.Value is not JsonString pattern) continue;
            patterns.Add(new(member, member.Name, pattern));
            if (EcmaPattern.TryParse(pattern.Value, out _, out var error)) continue;
            var at = pattern.OffsetOf(Math.Min(Math.Max(error.Index, 0), pattern.Value.Length));
            sink.Add(FindingCatalog.OfPattern(error.Kind), new(at, 0), error.Message, error.Remedy);
        }

        return patterns;
    }

    private static void CheckRecord(JsonObject node, ParseFormat format, FindingSink sink)
    {
        var given = node.Member("record") ?? node.Member("recordSchema");
        var isRowless = format is ParseFormat.Lines or ParseFormat.Text;
        if (isRowless && given is not null)
            sink.Add(FindingCatalog.RecordMismatch, given.NameSpan, "rows of lines and text have no record of their own", "Remove it: lines have row.Line and row.Number, text has row.Text.");
        else if (!isRowless && given is null)
            sink.Add(FindingCatalog.RecordMismatch, RecordShape.Head(node), "nothing says what a record holds", "Add \"record\": {\"column\": \"string\", \"other?\": \"number\"}.");
        else if (node["record"] is JsonString { Value: not "any" } word)
            sink.Add(FindingCatalog.RecordMismatch, word.Span, $"'{Shown.Text(word.Value)}' is no record", "Write \"any\", or the columns: {\"column\": \"string\", \"other?\": \"number\"}.");
    }

    private static void CheckMatch(ParseOptions options, ParseFormat format, JsonObject node, FindingSink sink)
    {
        if (options["match"] is not JsonString match) return;
        ReferToPattern(match, node["patterns"] as JsonObject, sink);
        if (format is not (ParseFormat.Lines or ParseFormat.Text))
            sink.Add(FindingCatalog.RecordMismatch, match.Span, "matches are sought in lines and text only", "Write \"parse\": {\"format\": \"text\", \"match\": \"…\"}, or use a step {\"match\": \"…\", \"source\": \"row.…\"}.");
    }

    /// <summary>Adds a finding where a pattern of that name isn't declared.</summary>
    public static void ReferToPattern(JsonString name, JsonObject? patterns, FindingSink sink)
    {
        if (patterns?.Member(name.Value) is not null) return;
        var near = patterns is null ? null : NearMiss.Of(name.Value, patterns.Members.Select(member => member.Name));
        sink.Add(FindingCatalog.UnknownReference, name.Span, "pattern", Shown.Text(name.Value), near is null ? $"Declare it: \"patterns\": {{\"{Shown.Text(name.Value)}\": \"…\"}}." : $"Write '{near}'.");
    }

    private static IEnumerable<KeyValuePair<string, JsonString>> Map(JsonNode? node) =>
        node is not JsonObject map ? [] : map.Members.Where(member => member.Value is JsonString).Select(member => new KeyValuePair<string, JsonString>(member.Name, (JsonString)member.Value));

    private static char? Character(JsonNode? node) => node is JsonString { Value.Length: 1 } text ? text.Value[0] : null;
}
