using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Forge.Worth;

/// <summary>Writes mutants into a tree, each behind <c>Is(NUMBER)</c>: <c>a + b</c> becomes <c>(Is(3) ? a - b : a + b)</c>, and what stands inside <c>a</c> and <c>b</c> is written the same way where nothing is changed around it. Loops count their turns.</summary>
internal sealed class MutantWriter(IReadOnlyDictionary<ExpressionSyntax, IReadOnlyList<(int Number, ExpressionSyntax Changed)>> changes) : CSharpSyntaxRewriter
{
    /// <summary>The kind of the annotation that tells a mutant's code by its number.</summary>
    public const string Annotation = "mutant";

    private static readonly ExpressionSyntax Switch = SyntaxFactory.ParseExpression($"global::{MutantSwitch.ClassName}.Is");

    private static readonly StatementSyntax Step = SyntaxFactory.ParseStatement($"global::{MutantSwitch.ClassName}.Step();");

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => base.VisitWhileStatement(node) is WhileStatementSyntax loop ? loop.WithStatement(Counted(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => base.VisitDoStatement(node) is DoStatementSyntax loop ? loop.WithStatement(Counted(loop.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => base.VisitForStatement(node) is ForStatementSyntax loop ? loop.WithStatement(Counted(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => base.VisitForEachStatement(node) is ForEachStatementSyntax loop ? loop.WithStatement(Counted(loop.Statement)) : null;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (base.Visit(node) is not { } visited) return null;
        if (node is not ExpressionSyntax expression || !changes.TryGetValue(expression, out var mutants)) return visited;
        var result = Parenthesized((ExpressionSyntax)visited);
        foreach (var (number, changed) in mutants)
        {
            result = SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ConditionalExpression(Asked(number), Parenthesized(changed), result))
                .WithAdditionalAnnotations(new SyntaxAnnotation(Annotation, number.ToString(CultureInfo.InvariantCulture)));
        }

        return result.WithLeadingTrivia(visited.GetLeadingTrivia()).WithTrailingTrivia(visited.GetTrailingTrivia());
    }

    private static BlockSyntax Counted(StatementSyntax statement) => SyntaxFactory.Block(Step, statement);

    private static InvocationExpressionSyntax Asked(int number) =>
        SyntaxFactory.InvocationExpression(Switch, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number))))));

    private static ExpressionSyntax Parenthesized(ExpressionSyntax expression) => SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia());
}
