using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Fixes;

/// <summary>Bare prose where C# is read: at least two words, no sign that only code has, and no expression.</summary>
internal static class ProseMends
{
    private static readonly Regex Prose = new(@"^\p{L}[\p{L}\p{M}\p{N}'’,;:.!?%/-]*( [\p{L}\p{M}\p{N}'’,;:.!?%/–-]+)+$", RegexOptions.CultureInvariant);

    /// <summary>True where the text is prose, and the finding was added.</summary>
    public static bool Find(CodeSite site, Vocabulary words, FindingSink sink)
    {
        var text = site.Text.Value;
        if (site.Text.Node is not JsonString node || text.Length > 1_000 || !Prose.IsMatch(text)) return false;
        var expression = SyntaxFactory.ParseExpression(text, 0, CodeParsing.Options, consumeFullText: true);
        if (!expression.ContainsDiagnostics && !expression.ContainsSkippedText && !IsSentence(expression, words)) return false;
        var quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        var edit = new TextEdit(node.Span, JsonWriter.Quote(quoted));
        sink.Add(FindingCatalog.BareProse, node.Span, new FindingFix("write it as a C# string", new(edit)), text, quoted);
        return true;
    }

    // `all is well` is a test of a type to the parser; nothing is called `all`.
    private static bool IsSentence(ExpressionSyntax expression, Vocabulary words) =>
        expression is BinaryExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } test
        && test.IsKind(SyntaxKind.IsExpression) && !words.IsTaken(name) && !System.Linq.Enumerable.Contains(ExpressionScope.Words, name);
}
