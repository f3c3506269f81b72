using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Crypto;

/// <summary><c>CryptographicOperations.FixedTimeEquals</c> in the place of <c>SequenceEqual</c> over bytes and of <c>==</c> over texts that are never null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixedTimeFix)), Shared]
public sealed class FixedTimeFix() : RuleFixProvider(FindingCatalog.TimedComparison.Id, "Compare in fixed time")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SequenceEqual" } called } call => OfBytes(call, called, model),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison when IsText(comparison.Left, model) && IsText(comparison.Right, model) => OfTexts(comparison),
        _ => null,
    };

    private static Mended? OfBytes(InvocationExpressionSyntax call, MemberAccessExpressionSyntax called, SemanticModel model)
    {
        var given = call.ArgumentList.Arguments.Select(one => one.Expression).ToArray();
        var sides = given.Length == 1 ? [called.Expression, given[0]] : given;
        return sides.Length == 2 && sides.All(one => IsBytes(model.GetTypeInfo(one).Type)) ? new(call, Equality(sides[0], sides[1])) : null;
    }

    private static Mended OfTexts(BinaryExpressionSyntax comparison)
    {
        var equality = Equality(Bytes(comparison.Left), Bytes(comparison.Right));
        return new(comparison, comparison.IsKind(SyntaxKind.EqualsExpression) ? equality : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, equality));
    }

    private static ExpressionSyntax Equality(ExpressionSyntax left, ExpressionSyntax right) => Call(Cryptography("CryptographicOperations.FixedTimeEquals"), left, right);

    private static ExpressionSyntax Bytes(ExpressionSyntax text) => Call(Name("System.Text.Encoding.UTF8.GetBytes"), text);

    private static ExpressionSyntax Call(ExpressionSyntax target, params ExpressionSyntax[] arguments)
    {
        var list = SyntaxFactory.SeparatedList(arguments.Select(one => SyntaxFactory.Argument(one.WithoutTrivia())), Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Length - 1));
        return SyntaxFactory.InvocationExpression(target, SyntaxFactory.ArgumentList(list));
    }

    private static bool IsText(ExpressionSyntax side, SemanticModel model) => model.GetTypeInfo(side) is { Type.SpecialType: SpecialType.System_String, Nullability.FlowState: NullableFlowState.NotNull };

    private static bool IsBytes(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] };
}
