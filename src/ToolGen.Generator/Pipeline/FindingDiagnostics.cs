using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Pipeline;

/// <summary>Findings as the compiler reports them.</summary>
internal static class FindingDiagnostics
{
    private static readonly ConcurrentDictionary<string, DiagnosticDescriptor> Descriptors = new();

    public static Diagnostic Of(Finding finding)
    {
        var place = finding.Place;
        var location = Location.Create(
            place.Path,
            new TextSpan(place.Span.Start, place.Span.Length),
            new LinePositionSpan(new(place.Start.Line, place.Start.Column), new(place.End.Line, place.End.Column)));
        var text = finding.Remedy.Length == 0 ? finding.Message : finding.Message + ". " + finding.Remedy;
        return Diagnostic.Create(Descriptors.GetOrAdd(finding.Id, _ => DescriptorOf(finding.Descriptor)), location, text);
    }

    private static DiagnosticDescriptor DescriptorOf(FindingDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        "{0}",
        "ToolGen",
        descriptor.Severity switch { FindingSeverity.Error => DiagnosticSeverity.Error, FindingSeverity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        isEnabledByDefault: true,
        descriptor.Explanation);
}
