using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <summary>Tests of single characters: <c>char.IsAsciiLetterOrDigit</c>, <c>c => char.IsLetter(c) || c == '-'</c>.</summary>
internal static class FlowCharacters
{
    private static readonly string[] Tests = ["IsLetterOrDigit", "IsAsciiLetterOrDigit", "IsLetter", "IsAsciiLetter", "IsDigit", "IsAsciiDigit", "IsAsciiLetterLower", "IsAsciiLetterUpper", "IsAsciiHexDigit", "IsAsciiHexDigitLower", "IsAsciiHexDigitUpper", "IsNumber"];

    /// <summary>Whether a method of <c>char</c> lets only letters and digits through.</summary>
    public static bool IsTest(string method) => Tests.Any(test => method == "char." + test || method == "Char." + test);

    /// <summary>What a text cannot harm all of whose characters a function lets through; with <paramref name="negated"/>: none of whose characters it lets through.</summary>
    public static Harm Of(ExpressionSyntax function, bool negated = false)
    {
        if (IsTest(function.ToString())) return negated ? Harm.None : SafePattern.Of(_ => false);
        if (function is not SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parameter.Identifier.ValueText: var name }) return Harm.None;
        if (!IsOfCharacters(body, name)) return Harm.None;
        return SafePattern.Of(sign => May((char)sign, body, name, !negated));
    }

    // An element of a list of texts is tested otherwise.
    private static bool IsOfCharacters(ExpressionSyntax body, string name) => body switch
    {
        ParenthesizedExpressionSyntax inner => IsOfCharacters(inner.Expression, name),
        PrefixUnaryExpressionSyntax not => IsOfCharacters(not.Operand, name),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression } both => IsOfCharacters(both.Left, name) && IsOfCharacters(both.Right, name),
        BinaryExpressionSyntax comparison => comparison.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.Value is char),
        InvocationExpressionSyntax call => IsTest(call.Expression.ToString()) || (call.Expression is MemberAccessExpressionSyntax { Expression: LiteralExpressionSyntax { Token.Value: string }, Name.Identifier.ValueText: "Contains" }),
        IsPatternExpressionSyntax test => test.DescendantNodes().OfType<LiteralExpressionSyntax>().All(literal => literal.Token.Value is char),
        _ => false,
    };

    // Whether a test can have this outcome for a sign.
    private static bool May(char sign, ExpressionSyntax test, string name, bool outcome) => test switch
    {
        ParenthesizedExpressionSyntax inner => May(sign, inner.Expression, name, outcome),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => May(sign, not.Operand, name, !outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } any => outcome ? May(sign, any.Left, name, true) || May(sign, any.Right, name, true) : May(sign, any.Left, name, false) && May(sign, any.Right, name, false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } all => outcome ? May(sign, all.Left, name, true) && May(sign, all.Right, name, true) : May(sign, all.Left, name, false) || May(sign, all.Right, name, false),
        BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.Value: char other } } comparison => Compare(sign, comparison.Kind(), other) == outcome,
        IsPatternExpressionSyntax match => Fits(sign, match.Pattern) == outcome,
        InvocationExpressionSyntax call when IsTest(call.Expression.ToString()) => !outcome || char.IsLetterOrDigit(sign),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: LiteralExpressionSyntax { Token.Value: string set } } } => (set.IndexOf(sign) >= 0) == outcome,
        _ => true,
    };

    private static bool Compare(char sign, SyntaxKind comparison, char other) => comparison switch
    {
        SyntaxKind.EqualsExpression => sign == other,
        SyntaxKind.NotEqualsExpression => sign != other,
        SyntaxKind.LessThanExpression => sign < other,
        SyntaxKind.LessThanOrEqualExpression => sign <= other,
        SyntaxKind.GreaterThanExpression => sign > other,
        SyntaxKind.GreaterThanOrEqualExpression => sign >= other,
        _ => true,
    };

    private static bool Fits(char sign, PatternSyntax pattern) => pattern switch
    {
        ParenthesizedPatternSyntax inner => Fits(sign, inner.Pattern),
        UnaryPatternSyntax not => !Fits(sign, not.Pattern),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => Fits(sign, either.Left) || Fits(sign, either.Right),
        BinaryPatternSyntax both => Fits(sign, both.Left) && Fits(sign, both.Right),
        ConstantPatternSyntax { Expression: LiteralExpressionSyntax { Token.Value: char other } } => sign == other,
        RelationalPatternSyntax { Expression: LiteralExpressionSyntax { Token.Value: char other } } relation => Compare(sign, relation.OperatorToken.Kind() switch
        {
            SyntaxKind.LessThanToken => SyntaxKind.LessThanExpression,
            SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanOrEqualExpression,
            SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanExpression,
            _ => SyntaxKind.GreaterThanOrEqualExpression,
        }, other),
        _ => true,
    };
}
