using Microsoft.CodeAnalysis;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers;

/// <summary>The one catalog of findings, as Roslyn wants it.</summary>
internal static class FindingDescriptorExtensions
{
    public static DiagnosticDescriptor ToDiagnostic(this FindingDescriptor finding) => new(
        finding.Id,
        finding.Title,
        finding.Message + (finding.Remedy.Length == 0 ? "" : ". " + finding.Remedy),
        "ToolGen",
        finding.Severity switch
        {
            FindingSeverity.Error => DiagnosticSeverity.Error,
            FindingSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: finding.Explanation);
}
