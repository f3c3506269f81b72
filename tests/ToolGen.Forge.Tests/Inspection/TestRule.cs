using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Tests.Inspection;

/// <summary>A rule that finds what a test says.</summary>
#pragma warning disable RS1001, RS1017, RS1026, RS1036 // It is handed over, not looked up.
internal sealed class TestRule(OperationKind kind, Func<IOperation, IEnumerable<Location>?> find) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        FindingCatalog.SqlFromInput.Id, "t", FindingCatalog.SqlFromInput.Message + ". " + FindingCatalog.SqlFromInput.Remedy, "ToolGen", DiagnosticSeverity.Warning, isEnabledByDefault: false);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(
            operation =>
            {
                if (find(operation.Operation) is { } steps) operation.ReportDiagnostic(Diagnostic.Create(Descriptor, operation.Operation.Syntax.GetLocation(), steps, "Run", "the argument"));
            },
            kind);
    }
}
