using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Mcp.Client.Schemas;

/// <summary>
/// A server's schema as it is enforced. Words for models are cleaned and cut; what closes an object is added to arguments, and answers stay as open as the server says.
/// A keyword that is not understood is a refusal; a format that is not known annotates, as JSON Schema has it.
/// </summary>
internal static class ServerSchema
{
    // Servers write them out of habit over schemas that mean the same today; a keyword that does not is one that the reader refuses.
    private static readonly string[] Dialects =
    [
        "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2019-09/schema",
        "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema", "http://json-schema.org/draft-06/schema",
    ];

    /// <summary>Reads a schema of an object.</summary>
    /// <param name="node">As the server sent it.</param>
    /// <param name="use">Of arguments or of answers.</param>
    /// <param name="name">For the findings' places.</param>
    /// <param name="findings">What cannot be enforced; empty where there is a plan.</param>
    /// <returns>Null: it is refused.</returns>
    public static SchemaPlan? Read(JsonNode node, SchemaUse use, string name, out IReadOnlyList<Finding> findings)
    {
        var source = new SourceText(name, JsonWriter.Indented(Mended(node, isRoot: true)));
        var document = JsonReader.Read(source);
        findings = [.. document.Findings.Where(finding => finding.Severity == FindingSeverity.Error)];
        if (document.Root is null || findings.Count > 0) return null;

        var sink = new FindingSink(source);
        var plan = SchemaReader.Read(document.Root, sink, use, SchemaOptions.Specs with { Reviews = false, Closes = use == SchemaUse.Input });
        if (document.HasEscapedInvisibles) sink.Add(FindingCatalog.HiddenText, document.Root.Span, name, "that is written as an escape");
        if (plan is not null && plan.Root.Types != SchemaTypes.Object) sink.Add(FindingCatalog.RootIsNoObject, document.Root.Span, name);
        findings = [.. sink.ToArray().Where(finding => finding.Severity == FindingSeverity.Error)];
        return findings.Count == 0 ? plan : null;
    }

    private static JsonNode Mended(JsonNode node, bool isRoot = false) => node switch
    {
        JsonArray list => new JsonArray([.. list.Items.Select(item => Mended(item))], default),
        JsonObject schema => new JsonObject([.. schema.Members.Where(member => !(isRoot && IsDialect(member))).Select(member => new JsonMember(member.Name, default, Mended(member)))], default),
        _ => node,
    };

    private static JsonNode Mended(JsonMember member) => (member.Name, member.Value) switch
    {
        ("enum" or "const" or "default" or "examples", _) => member.Value,
        ("title" or "description" or "$comment", JsonString text) => new JsonString(PlainText.Of(text.Value, PlainText.OfSchema), default),
        ("title" or "description" or "$comment", JsonArray lines) => new JsonString(PlainText.Of(string.Join(' ', lines.Items.OfType<JsonString>().Select(line => line.Value)), PlainText.OfSchema), default),

        // Their names are the server's, whatever they look like.
        ("properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas", JsonObject schemas) =>
            new JsonObject([.. schemas.Members.Select(one => new JsonMember(one.Name, default, Mended(one.Value)))], default),
        _ => Mended(member.Value),
    };

    private static bool IsDialect(JsonMember member) => member.Name == "$schema" && member.Value is JsonString dialect && Dialects.Contains(dialect.Value.TrimEnd('#'), StringComparer.Ordinal);
}
