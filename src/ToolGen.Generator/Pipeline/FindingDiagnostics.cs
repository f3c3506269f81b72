using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Pipeline;

/// <summary>Findings as the compiler reports them.</summary>
internal static class FindingDiagnostics
{
    private static readonly ConcurrentDictionary<string, DiagnosticDescriptor> Descriptors = new();
    private static readonly ConditionalWeakTable<Finding, Diagnostic> Known = new();

    /// <summary>One object a finding, however often it is asked for: the compiler prints an object once.</summary>
    public static Diagnostic Of(Finding finding) => Known.GetValue(finding, Make);

    public static DiagnosticDescriptor DescriptorOf(FindingDescriptor descriptor) => Descriptors.GetOrAdd(descriptor.Id, _ => Make(descriptor));

    private static Diagnostic Make(Finding finding)
    {
        var place = finding.Place;
        var location = Location.Create(
            place.Path,
            new TextSpan(place.Span.Start, place.Span.Length),
            new LinePositionSpan(new(place.Start.Line, place.Start.Column), new(place.End.Line, place.End.Column)));
        var text = finding.Remedy.Length == 0 ? finding.Message : finding.Message + ". " + finding.Remedy;
        return Diagnostic.Create(DescriptorOf(finding.Descriptor), location, text);
    }

    private static DiagnosticDescriptor Make(FindingDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        "{0}",
        "ToolGen",
        descriptor.Severity switch { FindingSeverity.Error => DiagnosticSeverity.Error, FindingSeverity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        isEnabledByDefault: true,
        descriptor.Explanation);
}
