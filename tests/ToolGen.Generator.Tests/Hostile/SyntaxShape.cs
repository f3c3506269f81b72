using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>A syntax tree without its words: the kinds of all nodes, tokens and structural trivia in order.</summary>
internal static class SyntaxShape
{
    /// <param name="tree">The tree.</param>
    /// <param name="outline">Leaves out what stands inside bodies: types and members alone.</param>
    public static string Of(SyntaxTree tree, bool outline)
    {
        var shape = new StringBuilder();
        foreach (var part in tree.GetRoot().DescendantNodesAndTokensAndSelf(node => !outline || node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)))
        {
            shape.Append((int)part.Kind()).Append(' ');
            if (!part.IsToken) continue;
            foreach (var trivia in part.AsToken().LeadingTrivia) Trivia(shape, trivia);
            foreach (var trivia in part.AsToken().TrailingTrivia) Trivia(shape, trivia);
        }

        return shape.ToString();
    }

    /// <summary>Directives and disabled or skipped text count; blanks and comments (doc comments too) do not.</summary>
    private static void Trivia(StringBuilder shape, SyntaxTrivia trivia)
    {
        if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            shape.Append('t').Append((int)trivia.Kind()).Append(' ');
    }
}
