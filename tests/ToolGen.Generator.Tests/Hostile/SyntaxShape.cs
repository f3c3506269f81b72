using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>A tree as the kinds of its nodes and tokens in order: literals, names and comments blanked, directives kept. What a text of a spec may never change.</summary>
internal static class SyntaxShape
{
    public static string Of(SyntaxTree tree)
    {
        var shape = new StringBuilder();
        var root = tree.GetRoot();
        foreach (var item in root.DescendantNodesAndTokensAndSelf())
        {
            if (item.IsToken)
            {
                foreach (var trivia in item.AsToken().LeadingTrivia) AppendTrivia(shape, trivia);
                foreach (var trivia in item.AsToken().TrailingTrivia) AppendTrivia(shape, trivia);
            }

            shape.Append((int)item.Kind() is var kind && item.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) ? (int)SyntaxKind.StringLiteralToken : kind).Append(' ');
        }

        return shape.ToString();
    }

    private static void AppendTrivia(StringBuilder shape, SyntaxTrivia trivia)
    {
        if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            shape.Append('#').Append((int)trivia.Kind()).Append(' ');
    }
}
