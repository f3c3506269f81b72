using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>What an expression's text says of its value, where it says it plainly: <c>row.Lines</c>, <c>row.Lines ?? []</c>, <c>row.Lines.Where(…)</c>.</summary>
internal static class ShapeOf
{
    // Calls that give elements of the sequence that they are called on.
    private static readonly string[] SameElements = ["Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Take", "Skip", "Reverse", "Distinct", "DistinctBy", "ToList", "ToArray", "TakeWhile", "SkipWhile", "TakeLast", "SkipLast"];

    /// <summary>Of the elements of a sequence; null where it is not plain.</summary>
    public static RowShape? Sequence(ExpressionSyntax expression, Func<string, RowShape?> named)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Sequence(inner.Expression, named);
            case PostfixUnaryExpressionSyntax certain:
                return Sequence(certain.Operand, named);
            case BinaryExpressionSyntax { OperatorToken.Text: "??" } fallback:
                return Sequence(fallback.Left, named);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when SameElements.Contains(call.Name.Identifier.ValueText):
                return Sequence(call.Expression, named);
            default:
                return Value(expression, named);
        }
    }

    /// <summary>Of a property of the row (of its elements, where it is a list); null where it is not plain.</summary>
    public static RowShape? Value(ExpressionSyntax expression, Func<string, RowShape?> named) => expression switch
    {
        IdentifierNameSyntax name => named(name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => Value(access.Expression, named)?.Fields.FirstOrDefault(field => field.Name == access.Name.Identifier.ValueText)?.Inner,
        PostfixUnaryExpressionSyntax certain => Value(certain.Operand, named),
        ParenthesizedExpressionSyntax inner => Value(inner.Expression, named),
        _ => null,
    };
}
