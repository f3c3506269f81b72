using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers;

/// <summary>Guards the meaning of generated tools against the C# around them: TG2060 and TG2061.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolSurroundingsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Extensions = FindingCatalog.ExtensionsInToolNamespace.ToDiagnostic();
    private static readonly DiagnosticDescriptor Members = FindingCatalog.MembersAddedToGeneratedTool.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Extensions, Members];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ToolGen.Tool`2") is { } tool)
                start.RegisterSymbolAction(symbol => Analyze(symbol, tool), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol tool)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.ContainingType is not null) return;
        if (type.MightContainExtensionMethods && HoldsTools(type.ContainingNamespace, tool))
            context.ReportDiagnostic(Diagnostic.Create(Extensions, type.Locations[0], type.Name, type.ContainingNamespace.ToDisplayString()));

        if (!IsTool(type, tool) || ImplementingTree(type) is not { } implementation) return;
        foreach (var member in type.GetMembers().Where(member => !member.IsImplicitlyDeclared))
            if (member.DeclaringSyntaxReferences.FirstOrDefault(part => part.SyntaxTree != implementation) is { } added)
                context.ReportDiagnostic(Diagnostic.Create(Members, Location.Create(added.SyntaxTree, added.Span), type.Name, member.Name));
    }

    /// <summary>The file that implements RunAsync, where that is the one that also reads the input: the generated one.</summary>
    private static SyntaxTree? ImplementingTree(INamedTypeSymbol type)
    {
        var run = TreeOf(type, "RunAsync");
        return run is not null && run == TreeOf(type, "ReadInput") ? run : null;
    }

    private static SyntaxTree? TreeOf(INamedTypeSymbol type, string method) =>
        type.GetMembers(method).OfType<IMethodSymbol>().Select(m => m.PartialImplementationPart ?? m)
            .FirstOrDefault(m => m.IsOverride || m.IsPartialDefinition || m.PartialDefinitionPart is not null)
            ?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree;

    private static bool HoldsTools(INamespaceSymbol space, INamedTypeSymbol tool) => space.GetTypeMembers().Any(type => IsTool(type, tool));

    private static bool IsTool(INamedTypeSymbol type, INamedTypeSymbol tool) =>
        type.BaseType is { IsGenericType: true } parent && SymbolEqualityComparer.Default.Equals(parent.OriginalDefinition, tool);
}
