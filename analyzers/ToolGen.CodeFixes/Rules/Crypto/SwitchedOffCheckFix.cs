using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Crypto;

/// <summary>Takes out what switches a check off: the statement, the line of an initializer, the argument (null in its place).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwitchedOffCheckFix)), Shared]
public sealed class SwitchedOffCheckFix() : RuleFixProvider(FindingCatalog.CheckSwitchedOff.Id, "Let the platform check")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model)
    {
        var value = node.AncestorsAndSelf().OfType<ExpressionSyntax>().TakeWhile(one => one is not AssignmentExpressionSyntax && one.SpanStart == node.SpanStart).LastOrDefault() ?? node;
        var assignment = node as AssignmentExpressionSyntax ?? value.Parent as AssignmentExpressionSyntax;
        return assignment?.Parent switch
        {
            ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement => new(statement, null),
            InitializerExpressionSyntax list when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => new(list, list.WithExpressions(list.Expressions.Remove(assignment))),
            null when value.Parent is ArgumentSyntax argument => new(argument.Expression, SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)),
            _ => null,
        };
    }
}
