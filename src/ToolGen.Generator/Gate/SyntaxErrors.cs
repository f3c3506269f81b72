using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Gate;

/// <summary>Turns what the parser says into findings that a model can act on.</summary>
internal static class SyntaxErrors
{
    private const int MostFindings = 4;

    /// <summary>Adds at least one finding for a tree that is not whole.</summary>
    /// <param name="code">The text.</param>
    /// <param name="node">What was parsed from it.</param>
    /// <param name="offset">Where the text begins in the tree.</param>
    public static void Report(CodeText code, SyntaxNode node, int offset)
    {
        if (Prose(code)) return;
        var directive = node.DescendantTrivia(descendIntoTrivia: false).FirstOrDefault(trivia => trivia.IsDirective);
        if (directive.IsDirective)
        {
            code.Report(FindingCatalog.CodeDirective, directive.SpanStart - offset, 1, "#");
            return;
        }

        var reported = 0;
        foreach (var diagnostic in Errors(node))
        {
            reported++;
            var span = diagnostic.Location.SourceSpan;
            var start = span.Start - offset;
            if (diagnostic.Id is "CS1073" or "CS1003" && span.Length > 0 && node is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax && start < code.Value.Length)
                code.Report(FindingCatalog.CodeNotOneExpression, start, span.Length, code.Value.Substring(start, System.Math.Min(span.Length, code.Value.Length - start)));
            else
                code.Report(FindingCatalog.CodeSyntax, start, System.Math.Max(1, span.Length), Message(diagnostic), "Check brackets, quotes and operators near here.");
        }

        if (reported > 0) return;
        var end = System.Math.Max(0, System.Math.Min(node.FullSpan.End - offset, code.Value.Length - 1));
        if (node.ContainsDiagnostics)
            code.Report(FindingCatalog.CodeSyntax, 0, code.Value.Length, "this is no expression and no statement", "Check brackets, quotes and operators.");
        else
            code.Report(FindingCatalog.CodeNotOneExpression, end, 1, code.Value.Substring(end, System.Math.Min(20, code.Value.Length - end)));
    }

    /// <summary>Offers the quotes where the text is words; false where it is not.</summary>
    public static bool Prose(CodeText code)
    {
        if (!IsProse(code.Value)) return false;
        code.Report(
            FindingCatalog.CodeProse, 0, code.Value.Length, "Put C# quotes around it",
            [(0, code.Value.Length, "\"" + code.Value + "\"")], code.Value.Length > 60 ? code.Value.Substring(0, 60) + "…" : code.Value);
        return true;
    }

    /// <summary>A type where a value is asked for.</summary>
    public static void TypeAlone(CodeText code, SyntaxNode node) =>
        code.Report(FindingCatalog.CodeSyntax, node.SpanStart, node.Span.Length, $"`{node}` is a type, and a value is wanted", $"Use a member of it, such as `{node}.Parse(…)`, or quote the text: \"\\\"{node}\\\"\".");

    private static IReadOnlyList<Diagnostic> Errors(SyntaxNode node)
    {
        try
        {
            return node.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(MostFindings).ToArray();
        }
        catch (System.ArgumentOutOfRangeException)
        {
            // Roslyn places some errors before the first character (such as that of `goto` alone) and cannot say where.
            return [];
        }
    }

    // The parser's words without its culture: findings are the same on every machine.
    private static string Message(Diagnostic diagnostic) => $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)} ({diagnostic.Id})";

    /// <summary>Words with spaces between and no operator: a text whose quotes were forgotten.</summary>
    private static bool IsProse(string text)
    {
        if (text.Length > 500 || text.IndexOf(' ') <= 0) return false;
        var words = text.Split(' ');
        if (words.Any(word => SyntaxFacts.GetKeywordKind(word) is not SyntaxKind.None and not SyntaxKind.IsKeyword and not SyntaxKind.InKeyword and not SyntaxKind.ForKeyword
            and not SyntaxKind.AsKeyword and not SyntaxKind.IfKeyword and not SyntaxKind.ThisKeyword and not SyntaxKind.DoKeyword)
            || words[0].IndexOf('.') > 0) return false;
        return words.Length >= 2 && words.All(word => word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is ',' or '.' or '\'' or '-' or '!' or '%'))
            && words.Count(word => word.Length > 1 && word.All(char.IsLetter)) >= 2;
    }
}
