using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <summary>Patterns and values of C# that only fixed values fit.</summary>
internal static class FlowPatterns
{
    public static bool IsConstant(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var value } => IsConstant(value),
        ParenthesizedPatternSyntax { Pattern: var inner } => IsConstant(inner),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => IsConstant(either.Left) && IsConstant(either.Right),
        BinaryPatternSyntax both => IsConstant(both.Left) || IsConstant(both.Right),
        _ => false,
    };

    public static bool IsConstant(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax { Value: var value } => IsConstant(value),
        CasePatternSwitchLabelSyntax { Pattern: var pattern } => IsConstant(pattern),
        _ => false,
    };

    /// <summary>Null says nothing of what else a value is.</summary>
    public static bool IsConstant(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax => value.RawKind != (int)SyntaxKind.DefaultLiteralExpression,
        ParenthesizedExpressionSyntax { Expression: var inner } => IsConstant(inner),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsConstant(sum.Left) && IsConstant(sum.Right),
        _ => false,
    };

    /// <summary>The text of a constant, through names that were assigned once; null: there is none.</summary>
    public static string? Text(ExpressionSyntax? value, FlowScope scope, int depth = 0) => value switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        LiteralExpressionSyntax { Token.Value: char sign } => sign.ToString(),
        ParenthesizedExpressionSyntax { Expression: var inner } => Text(inner, scope, depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Text(sum.Left, scope, depth) is { } left && Text(sum.Right, scope, depth) is { } right ? left + right : null,
        IdentifierNameSyntax name when depth < 4 => Text(scope.Find(name.Identifier.ValueText)?.Source, scope, depth + 1),
        _ => null,
    };
}
