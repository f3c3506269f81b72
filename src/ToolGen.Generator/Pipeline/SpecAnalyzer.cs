using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Pipeline;

/// <summary>
/// Findings while someone types: an editor asks analyzers about a file that is no C#, and never generators. Says of each spec what its own text shows; what
/// depends on others is the generator's.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingCatalog.All.Select(FindingDiagnostics.DescriptorOf).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var settings = ProjectSettings.From(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var kinds = OwnKindDefinition.Join(start.Options.AdditionalFiles.Where(file => OwnKindDefinition.IsPart(file.Path))
                .Select(file => (file.Path, FileText.Of(file, start.CancellationToken)?.ToString() ?? "")));
            start.RegisterAdditionalFileAction(file =>
            {
                if (!SpecFile.Is(file.AdditionalFile)) return;
                foreach (var finding in SharedReadings.Of(file.AdditionalFile, settings, kinds, file.CancellationToken).Findings)
                    file.ReportDiagnostic(FindingDiagnostics.Of(finding));
            });
        });
    }
}
