using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Generator.Pipeline;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Effects;

/// <summary>Holds the effects of <c>[Tool]</c> methods against their <c>Capabilities</c>: TG3150 and TG3151.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodCapabilityAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Missing = FindingDiagnostics.DescriptorOf(FindingCatalog.MethodCapabilityMissing);
    private static readonly DiagnosticDescriptor Unused = FindingDiagnostics.DescriptorOf(FindingCatalog.MethodCapabilityUnused);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Missing, Unused];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ToolGen.ToolAttribute") is { } mark) start.RegisterSymbolAction(symbol => Analyze(symbol, mark), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol mark)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.GetAttributes().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, mark)) is not { ApplicationSyntaxReference: { } place } attribute) return;
        var models = new Dictionary<SyntaxTree, SemanticModel>();
#pragma warning disable RS1030 // What the method calls stands in other files too.
        SemanticModel Model(SyntaxTree tree) => models.TryGetValue(tree, out var known) ? known : models[tree] = context.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        var operations = CalledCode.Of(method, Model, context.CancellationToken);
        var found = EffectFinder.Find(operations, Model, context.CancellationToken);
        var lines = Lines(attribute);
        var written = CapabilitySet.Of(lines);
        foreach (var effect in found)
            if (effect.Capability is { } needed && !written.Allows(needed))
                Report(context, Missing, FindingCatalog.MethodCapabilityMissing, IsOf(method, effect.Location) ? effect.Location : Whole(place), CapabilityHints.MissingLine, method.Name, needed.Text);

        if (operations.Any(HandsOn)) return;
        foreach (var line in lines.Distinct())
            if (Capability.TryParse(line) is { } capability && !found.Any(effect => effect.Capability is { } needed ? capability.Covers(needed) : effect.Word == line.Split(' ')[0]))
                Report(context, Unused, FindingCatalog.MethodCapabilityUnused, Text(place, line, context), CapabilityHints.UnusedLine, method.Name, line);
    }

    private static string[] Lines(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(one => one.Key == "Capabilities").Value is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(one => one.Value).OfType<string>().ToArray()
            : [];

    // What another assembly does with a context, or what keeps it, is not seen.
    private static bool HandsOn(IOperation operation) => operation switch
    {
        IArgumentOperation { Value: { Type: { } type }, Parent: IInvocationOperation { TargetMethod: { } method } } => IsContract(type) && method.OriginalDefinition.DeclaringSyntaxReferences.Length == 0 && method.ContainingNamespace?.Name != "ToolGen",
        IInvocationOperation { TargetMethod: { IsAbstract: true, DeclaringSyntaxReferences.Length: > 0 } method } => method.Parameters.Any(one => IsContract(one.Type)),
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation, Value.Type: { } type } => IsContract(type),
        _ => false,
    };

    private static bool IsContract(ITypeSymbol type) => type is { Name: "ToolContext" or "IToolHttp" or "IToolFiles" or "IToolData" or "IToolCalls" or "IToolSecrets", ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOf(IMethodSymbol method, Location effect) =>
        method.DeclaringSyntaxReferences.Any(one => one.SyntaxTree == effect.SourceTree && one.Span.Contains(effect.SourceSpan));

    private static Location Whole(SyntaxReference place) => Location.Create(place.SyntaxTree, place.Span);

    private static Location Text(SyntaxReference place, string line, SymbolAnalysisContext context) =>
        place.GetSyntax(context.CancellationToken).DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(one => one.Token.Value is string text && text == line)?.GetLocation() ?? Whole(place);

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor descriptor, FindingDescriptor finding, Location at, string hint, string tool, string line) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, at, ImmutableDictionary<string, string?>.Empty.Add(hint, line), string.Format(System.Globalization.CultureInfo.InvariantCulture, $"{finding.Message}. {finding.Remedy}", tool, line)));
}
