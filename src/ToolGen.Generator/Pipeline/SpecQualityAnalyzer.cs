using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Quality;

namespace ToolGen.Generator.Pipeline;

/// <summary>
/// What a model will stumble over in specs that are right, at its place in the <c>.tool.json</c>, in a build and while someone types. No generator says it:
/// advice that comes and goes makes nothing anew.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecQualityAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingCatalog.Quality.Select(FindingDiagnostics.DescriptorOf).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var alike = new Lazy<ILookup<string, Finding>>(() => Alike(start.Options), LazyThreadSafetyMode.ExecutionAndPublication);
            start.RegisterAdditionalFileAction(file =>
            {
                if (!SpecFile.Is(file.AdditionalFile)) return;
                foreach (var finding in SpecOpinions.Of(file.AdditionalFile, file.CancellationToken).Concat(alike.Value[file.AdditionalFile.Path]))
                    file.ReportDiagnostic(FindingDiagnostics.Of(finding));
            });
        });
    }

    private static ILookup<string, Finding> Alike(AnalyzerOptions options) =>
        ToolsAlike.Find(options.AdditionalFiles.Where(SpecFile.Is).Select(SpecOpinions.EntryOf).OfType<CatalogEntry>()).ToLookup(finding => finding.Place.Path);
}
