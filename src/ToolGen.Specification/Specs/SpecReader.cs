using System;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Reading;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs;

/// <summary>Station Read: <c>NAME.tool.json</c> → model, or all findings at once. Never throws; opens no file.</summary>
public static class SpecReader
{
    /// <summary>Reads a spec from a text. Its path tells the name that the spec should have, where it ends with <c>.tool.json</c>.</summary>
    public static SpecReading Read(SourceText source) => Read(JsonReader.Read(source));

    /// <summary>Reads a spec from a file's bytes; <paramref name="path"/> is only shown and compared.</summary>
    public static SpecReading Read(string path, ReadOnlySpan<byte> utf8) => Read(JsonReader.Read(path, utf8));

    /// <summary>The same with schemas read by other rules than those of specs.</summary>
    public static SpecReading Read(SourceText source, SchemaOptions schemas) => Read(JsonReader.Read(source), schemas);

    private static SpecReading Read(JsonDocument document, SchemaOptions? schemas = null)
    {
        if (document.Root is null) return new(null, null, document, document.Findings);
        var sink = new FindingSink(document.Source);
        if (document.Root is not JsonObject root)
        {
            sink.Add(FindingCatalog.NotAnObject, document.Root.Span, Shape.Describe(document.Root));
            return new(null, null, document, NearMisses.Merge(document.Findings, sink.ToArray(), []));
        }

        SpecShapes.Spec.Check(root, sink, "spec");
        if (document.HasEscapedInvisibles) HiddenText.Check(root, sink);
        PlainSecrets.Check(root, sink);
        var spec = new SpecBuilder(document.Source, root, sink, schemas).Build();
        var findings = NearMisses.Merge(document.Findings, sink.ToArray(), schemas is { Reviews: false } ? [] : SpecMends.Find(document));
        var hasErrors = sink.Errors > 0 || findings.Any(finding => finding.Severity == FindingSeverity.Error);
        var name = root["name"] is JsonString text && TextRules.ToolName.Holds(text.Value) ? text.Value : null;
        return new(hasErrors ? null : spec, name, document, findings);
    }
}
