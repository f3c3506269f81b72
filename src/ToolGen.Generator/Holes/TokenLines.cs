using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;

namespace ToolGen.Generator.Holes;

/// <summary>Finds the lines that begin inside one token, comment or interpolated string.</summary>
internal static class TokenLines
{
    /// <summary>Their numbers, from 0 at the first line of the code's text.</summary>
    public static HashSet<int> Inside(GatedCode code)
    {
        var lines = new HashSet<int>();
        var text = code.Source;
        if (text.IndexOf('\n') < 0) return lines;

        // A body's block has a brace and a line break in front of the text.
        var node = code.Node;
        var first = code is GatedBody body ? body.Block.OpenBraceToken.SpanStart + 2 : 0;
        foreach (var token in node.DescendantTokens())
        {
            if (token.SpanStart < first) continue;
            Add(lines, text, token.Span.Start - first, token.Span.End - first);
            foreach (var trivia in token.LeadingTrivia) AddComment(lines, text, trivia, first);
            foreach (var trivia in token.TrailingTrivia) AddComment(lines, text, trivia, first);
        }

        foreach (var child in node.DescendantNodes())
            if (child is InterpolatedStringExpressionSyntax) Add(lines, text, child.Span.Start - first, child.Span.End - first);
        return lines;
    }

    private static void AddComment(HashSet<int> lines, string text, SyntaxTrivia trivia, int first)
    {
        if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) Add(lines, text, trivia.Span.Start - first, trivia.Span.End - first);
    }

    private static void Add(HashSet<int> lines, string text, int start, int end)
    {
        end = System.Math.Min(end, text.Length);
        if (start < 0 || start >= end) return;
        var line = -1;
        for (var at = text.IndexOf('\n', start, end - start); at >= 0; at = text.IndexOf('\n', at + 1, end - at - 1))
        {
            if (line < 0)
            {
                line = 0;
                for (var i = 0; i < at; i++)
                    if (text[i] == '\n') line++;
            }
            else
            {
                line++;
            }

            lines.Add(line + 1);
        }
    }
}
