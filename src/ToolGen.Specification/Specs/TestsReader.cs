using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Specification.Specs;

/// <summary>Reads held-out samples: <c>NAME.tests.json</c>, an array of samples or <c>{given, tests}</c> (SPEC §4). Never throws.</summary>
public static class TestsReader
{
    /// <summary>Reads a file of samples.</summary>
    /// <param name="source">The text of <c>NAME.tests.json</c>.</param>
    /// <param name="spec">The spec beside it: inputs and outputs are checked against its schemas and lines joined; null: only the shape is checked.</param>
    public static TestsReading Read(SourceText source, ToolSpec? spec = null) => Read(JsonReader.Read(source), spec);

    /// <summary>Reads a file that was read as JSON already; the same otherwise.</summary>
    public static TestsReading Read(JsonDocument document, ToolSpec? spec = null)
    {
        if (document.Root is null) return new(null, [], document, document.Findings);
        var sink = new FindingSink(document.Source);
        SampleShapes.HeldOut.Check(document.Root, sink, "tests");
        var errors = spec is null ? null : KnownErrors.Of(spec.Root, spec.Errors, spec.Implementation, spec.Fallback);
        var reader = new SampleReader(spec?.Input, spec?.Output, errors, sink);
        var file = document.Root as JsonObject;
        var given = reader.Given(file?["given"]);
        var samples = reader.Read(file is null ? document.Root : file["tests"]);
        var findings = NearMisses.Merge(document.Findings, sink.ToArray(), SpecMends.FindInSamples(document));
        var hasErrors = sink.Errors > 0 || findings.Any(finding => finding.Severity == FindingSeverity.Error);
        return new(given, hasErrors ? [] : samples.ToEquatableArray(), document, findings);
    }
}
