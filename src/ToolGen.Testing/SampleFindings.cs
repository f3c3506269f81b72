using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Testing;

/// <summary>Results of samples as findings that stand at the sample's own line.</summary>
public static class SampleFindings
{
    /// <summary>Null for a sample that passed.</summary>
    /// <param name="result">What came of the sample.</param>
    /// <param name="source">The file it stands in: the spec, or <c>NAME.tests.json</c>.</param>
    /// <param name="title">How the sample is called: its name, or its place in the list.</param>
    public static Finding? Of(SampleResult result, SourceText source, string title)
    {
        var place = Place.Of(source, PlaceOf(result).Span);
        return result.Outcome switch
        {
            SampleOutcome.Failed => new(FindingCatalog.SampleFailed, place, new(title, result.Describe())),
            SampleOutcome.Unconfirmed => new(FindingCatalog.SampleUnconfirmed, place, new(title, Short(result.Output ?? ""))),
            SampleOutcome.Unrecorded => new(FindingCatalog.SampleUnrecorded, place, new(title, result.Describe())),
            _ => null,
        };
    }

    /// <summary>What of the sample's world nothing asked for, each at its line.</summary>
    /// <param name="result">What came of the sample.</param>
    /// <param name="source">The file it stands in.</param>
    /// <param name="title">How the sample is called.</param>
    public static IEnumerable<Finding> Unused(SampleResult result, SourceText source, string title) =>
        result.Unused.Select(pointer => new Finding(FindingCatalog.GivenUnused, Place.Of(source, Pointers.Find(result.Sample.Node, pointer).Span), new(title, pointer[1..].Replace('/', '.'))));

    // The expected value that did not come; else what was expected; else the sample.
    private static JsonNode PlaceOf(SampleResult result)
    {
        var node = result.Sample.Node;
        if (result.Differences.Count > 0 && result.Sample.Output is { } output) return Pointers.Find(output, result.Differences[0].Pointer);
        return result.DifferenceAt is { } pointer ? Pointers.Find(node, pointer) : node["output"] ?? node["error"] ?? node;
    }

    private static string Short(string json) => ShownText.Cut(json, 1_000);
}
