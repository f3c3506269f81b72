using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Fixes;

/// <summary>C# in <c>fail.code</c> and <c>fail.message</c>: a path, an interpolated or a quoted text → text with holes.</summary>
internal static class FailTextMends
{
    public static void Find(CodeText code, Vocabulary words)
    {
        var expression = SyntaxFactory.ParseExpression(code.Value, 0, CodeParsing.Options, consumeFullText: true);
        if (expression.ContainsDiagnostics || expression.ContainsSkippedText) return;
        var mended = expression switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => text.Replace("{", "{{"),
            InterpolatedStringExpressionSyntax interpolated => Interpolated(interpolated, words),
            MemberAccessExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax => Path(expression, words) is { } path ? "{" + path + "}" : null,
            _ => null,
        };
        if (mended is not null) code.Replace(FindingCatalog.MessageIsCSharp, "write text with holes", new JsonString(mended, default), code.Value, mended);
    }

    private static string? Interpolated(InterpolatedStringExpressionSyntax text, Vocabulary words)
    {
        var result = new StringBuilder();
        foreach (var part in text.Contents)
        {
            if (part is InterpolatedStringTextSyntax literal)
            {
                // Roslyn leaves doubled braces as they are; of ours only the opening one is doubled.
                result.Append(literal.TextToken.ValueText.Replace("}}", "}"));
                continue;
            }

            if (part is not InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole || Path(hole.Expression, words) is not { } path) return null;
            result.Append('{').Append(path).Append('}');
        }

        return result.ToString();
    }

    // input.OrderId → order_id, response.Error! → response.error
    private static string? Path(ExpressionSyntax expression, Vocabulary words)
    {
        var segments = new Stack<string>();
        while (true)
        {
            switch (expression)
            {
                case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = suppressed.Operand;
                    break;
                case MemberAccessExpressionSyntax access:
                    segments.Push(access.Name.Identifier.ValueText);
                    expression = access.Expression;
                    break;
                case ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } conditional:
                    segments.Push(binding.Name.Identifier.ValueText);
                    expression = conditional.Expression;
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var root } when words.IsRoot(root):
                    var names = segments.Select(segment => words.JsonName(segment) ?? (words.Spelling(segment) is null ? null : segment)).ToArray();
                    if (names.Any(name => name is null)) return null;
                    return root == "input" ? (names.Length > 0 ? string.Join(".", names) : null) : string.Join(".", names.Prepend(root));
                default:
                    return null;
            }
        }
    }
}
