using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Rules.Reach;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Authority;

/// <summary>What a tool of ToolGen takes from the machine although its ToolContext could give it: TG3130–3139.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuthorityAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<AmbientKind, (DiagnosticDescriptor Descriptor, string Instead)> Rules = new Dictionary<AmbientKind, (DiagnosticDescriptor, string)>
    {
        [AmbientKind.Files] = (FindingCatalog.AmbientFiles.ToDiagnostic(), "Files"),
        [AmbientKind.Network] = (FindingCatalog.AmbientNetwork.ToDiagnostic(), "Http.SendAsync"),
        [AmbientKind.Database] = (FindingCatalog.AmbientDatabase.ToDiagnostic(), "Data.OpenAsync"),
        [AmbientKind.Clock] = (FindingCatalog.AmbientClock.ToDiagnostic(), "Now"),
        [AmbientKind.Random] = (FindingCatalog.AmbientRandom.ToDiagnostic(), "Random"),
        [AmbientKind.Environment] = (FindingCatalog.AmbientEnvironment.ToDiagnostic(), "Setting"),
        [AmbientKind.Console] = (FindingCatalog.AmbientConsole.ToDiagnostic(), "Log"),
        [AmbientKind.Process] = (FindingCatalog.AmbientProcess.ToDiagnostic(), "Tools.CallAsync"),
        [AmbientKind.Threads] = (FindingCatalog.AmbientThreads.ToDiagnostic(), "Tools.CallAsync"),
        [AmbientKind.Zone] = (FindingCatalog.AmbientZone.ToDiagnostic(), "Zone"),
    }.ToImmutableDictionary();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Values.Select(rule => rule.Descriptor).OrderBy(one => one.Id, System.StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ToolGen.ToolContext") is not { } contract) return;
            var types = new AmbientTypes();
            start.RegisterOperationAction(one => Analyze(one, types, contract), AmbientUse.Operations);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AmbientTypes types, INamedTypeSymbol contract)
    {
        if (AmbientUse.Of(context.Operation, types) is not { } use || IsNamedOnly(context.Operation)) return;
        if (ReachedCode.Of(context.Compilation).By(ToolTraits.HasContext, context.Operation, context.ContainingSymbol, context.CancellationToken) is not { } tool) return;
        var (descriptor, instead) = Rules[use.Kind];
        var given = (context.ContainingSymbol as IMethodSymbol)?.Parameters.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Type, contract))?.Name;
        context.ReportDiagnostic(Diagnostic.Create(descriptor, context.Operation.Syntax.GetLocation(), FixHints.Of(FixHints.Context, given), use.Name, tool.Name, $"{given ?? "context"}.{instead}"));
    }

    private static bool IsNamedOnly(IOperation operation) => operation.Parent is INameOfOperation;
}
