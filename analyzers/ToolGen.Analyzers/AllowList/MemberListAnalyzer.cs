using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Members;

namespace ToolGen.Analyzers.AllowList;

/// <summary>
/// The list of members in a project's build: TG4001, over C# of specs and <c>NAME.tool.cs</c>, and over <c>[Tool]</c> methods where an analyzer configuration says
/// <c>toolgen.profile = strict</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberListAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = FindingCatalog.MemberNotListed.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ToolGen.Tool`2") is null) return;
            var isStrict = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("toolgen.profile", out var profile) && profile.Trim().Equals("strict", StringComparison.OrdinalIgnoreCase);
            var own = start.Compilation.Assembly;
            bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, own);

            // C# of a spec sees only what tools have; a method of the project calls the project.
            var ofTools = new SymbolMembers(MemberAllowList.Default, type => IsOwn(type) && ToolTypes.IsOfTools(type), isCode: false);
            var ofProject = new SymbolMembers(MemberAllowList.Default, IsOwn, isCode: false);
            start.RegisterSemanticModelAction(model => Analyze(model, ofTools, isStrict ? ofProject : null));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, SymbolMembers ofTools, SymbolMembers? ofProject)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var root = tree.GetRoot(context.CancellationToken);
        if (SpecNodes.HasAny(tree)) Report(context, root.DescendantNodes().Where(SpecNodes.In(tree)), ofTools);
        else if (tree.FilePath.EndsWith(".tool.cs", StringComparison.OrdinalIgnoreCase)) Report(context, Bodies(root.DescendantNodes().OfType<TypeDeclarationSyntax>().SelectMany(type => type.Members)), ofTools);
        else if (ofProject is not null) Report(context, Bodies(root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => IsTool(context.SemanticModel, method))), ofProject);
    }

    private static void Report(SemanticModelAnalysisContext context, IEnumerable<SyntaxNode> nodes, SymbolMembers members)
    {
        foreach (var found in NamedMembers.Refused(nodes, context.SemanticModel, members, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, found.Node.GetLocation(), found.What, found.Remedy));
    }

    // What stands in attributes says something of the method and runs in none of its calls.
    private static IEnumerable<SyntaxNode> Bodies(IEnumerable<MemberDeclarationSyntax> members) => members.Where(member => member is not TypeDeclarationSyntax).SelectMany(member => member.DescendantNodes(static node => node is not AttributeListSyntax));

    private static bool IsTool(SemanticModel model, MethodDeclarationSyntax method) =>
        method.AttributeLists.Count > 0 && model.GetDeclaredSymbol(method)?.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { Name: "ToolAttribute", ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } }) == true;
}
