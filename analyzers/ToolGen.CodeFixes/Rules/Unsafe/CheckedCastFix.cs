using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Unsafe;

/// <summary>A cast in the place of <c>Unsafe.As&lt;T&gt;(value)</c>. What has two types or a reference in it means something else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckedCastFix)), Shared]
public sealed class CheckedCastFix() : RuleFixProvider(FindingCatalog.UncheckedReference.Id, "Cast, which is checked")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: 0, Expression: var value }] } call
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol { Name: "As", TypeParameters.Length: 1 }
            || call.Expression.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault()?.TypeArgumentList.Arguments is not [{ } type]) return null;
        var operand = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? value : SyntaxFactory.ParenthesizedExpression(value);
        return new(call, SyntaxFactory.ParenthesizedExpression(SyntaxFactory.CastExpression(type, operand)));
    }
}
