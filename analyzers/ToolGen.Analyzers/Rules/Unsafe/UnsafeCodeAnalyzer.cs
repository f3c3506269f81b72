using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>TG3120: <c>unsafe</c>, once for the outermost thing that is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeCodeAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.UnsafeCode.ToDiagnostic();

    private static readonly ImmutableArray<SyntaxKind> Declarations =
    [
        SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.RecordDeclaration, SyntaxKind.RecordStructDeclaration, SyntaxKind.InterfaceDeclaration,
        SyntaxKind.DelegateDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration, SyntaxKind.DestructorDeclaration, SyntaxKind.OperatorDeclaration,
        SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration, SyntaxKind.EventDeclaration, SyntaxKind.EventFieldDeclaration,
        SyntaxKind.FieldDeclaration, SyntaxKind.LocalFunctionStatement,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Analyze, Declarations);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.UnsafeStatement);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var keyword = KeywordOf(context.Node);
        if (keyword.IsKind(SyntaxKind.None) || MarshallingCode.Is(context.Node.SyntaxTree) || IsNativeDeclaration(context.Node) || context.Node.Ancestors().Any(outer => !KeywordOf(outer).IsKind(SyntaxKind.None))) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, keyword.GetLocation(), NameOf(context)));
    }

    private static SyntaxToken KeywordOf(SyntaxNode node) => node switch
    {
        UnsafeStatementSyntax block => block.UnsafeKeyword,
        MemberDeclarationSyntax member => member.Modifiers.FirstOrDefault(IsUnsafe),
        LocalFunctionStatementSyntax function => function.Modifiers.FirstOrDefault(IsUnsafe),
        _ => default,
    };

    private static bool IsUnsafe(SyntaxToken token) => token.IsKind(SyntaxKind.UnsafeKeyword);

    // Those are TG3121's.
    private static bool IsNativeDeclaration(SyntaxNode node) =>
        node is MethodDeclarationSyntax { Body: null, ExpressionBody: null } method && method.Modifiers.Any(one => one.IsKind(SyntaxKind.ExternKeyword) || one.IsKind(SyntaxKind.PartialKeyword));

    private static string NameOf(SyntaxNodeAnalysisContext context) =>
        (context.Node is UnsafeStatementSyntax ? context.ContainingSymbol : context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) ?? context.ContainingSymbol)?.Name ?? "";
}
