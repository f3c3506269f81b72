using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>TG3127: <c>stackalloc</c> of a length that nothing in the method bounds, or in a loop. A stack that overflows ends the process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StackMemoryAnalyzer : RuleAnalyzer
{
    private const int Largest = 65_536;

    private static readonly DiagnosticDescriptor Rule = FindingCatalog.UnboundedStack.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context) => context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.StackAllocArrayCreationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (MarshallingCode.Is(context.Node.SyntaxTree)) return;
        var made = (StackAllocArrayCreationExpressionSyntax)context.Node;
        if (made.Type is not ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [{ } size] }, ..] } || size is OmittedArraySizeExpressionSyntax) return;
        var body = made.Ancestors().First(one => one is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        var isInLoop = made.Ancestors().TakeWhile(one => one != body).Any(one => one is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        if (!isInLoop && (context.SemanticModel.GetConstantValue(size, context.CancellationToken).HasValue || IsBounded(size, body, made.SpanStart, context.SemanticModel))) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, made.GetLocation(), isInLoop ? "again at every turn of a loop" : $"of any length ({size})"));
    }

    // A bound that is no constant is believed; one that the stack does not hold is none.
    private static bool IsBounded(ExpressionSyntax size, SyntaxNode body, int before, SemanticModel model)
    {
        var names = size.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(one => one.Identifier.ValueText).ToImmutableHashSet();
        return body.DescendantNodes().TakeWhile(one => one.SpanStart < before).Any(one => one switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison =>
                comparison.Parent is not ForStatementSyntax && Mentions(comparison) && Fits(comparison.Left) && Fits(comparison.Right),
            RelationalPatternSyntax pattern => pattern.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } test && Mentions(test) && Fits(pattern.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual" or "Min" or "Clamp" } } call =>
                Mentions(call) || call.Ancestors().OfType<VariableDeclaratorSyntax>().FirstOrDefault() is { } local && names.Contains(local.Identifier.ValueText),
            _ => false,
        });

        bool Fits(ExpressionSyntax bound) => model.GetConstantValue(bound) is not { HasValue: true, Value: int or long or uint or ulong } value || System.Convert.ToDouble(value.Value, System.Globalization.CultureInfo.InvariantCulture) <= Largest;

        bool Mentions(SyntaxNode node) => node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(one => names.Contains(one.Identifier.ValueText));
    }
}
