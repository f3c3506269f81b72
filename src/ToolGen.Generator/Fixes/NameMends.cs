using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Fixes;

/// <summary>Names spelled as in JSON, or as other frameworks call them: <c>input.x</c>, <c>r => r.X</c>, <c>ct</c>, <c>context.Clock.UtcNow</c>.</summary>
internal static class NameMends
{
    private static readonly string[] RowWords = ["r", "x", "it", "item", "record"];
    private static readonly string[] CancellationWords = ["ct", "cancel", "cancellation", "token"];

    public static void Find(CodeText code, SyntaxNode root, int offset, Vocabulary words, CodeSite site)
    {
        if (site.HasRow && root is SimpleLambdaExpressionSyntax { ExpressionBody: { } inner } lambda)
        {
            Unwrap(code, lambda, inner);
            return;
        }

        var declared = Declared(root);
        foreach (var name in root.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var word = name.Identifier.ValueText;
            if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name) Member(code, name, Root(access.Expression), offset, words);
            else if (name.Parent is MemberBindingExpressionSyntax) Member(code, name, Root(name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression), offset, words);
            else if (!RootName.IsRoot(name) || declared.Contains(word)) continue;
            else if (site.HasRow && RowWords.Contains(word) && !IsKnown(word, words, site) && name.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
                Replace(code, FindingCatalog.RowSpelling, name, offset, "row");
            else if (site.Role == CodeRole.Page && words.ResponseMember(word) is { } member) Replace(code, FindingCatalog.PropertySpelling, name, offset, "response." + member);
            else if (site.Role == CodeRole.Body && CancellationWords.Contains(word)) Replace(code, FindingCatalog.ContextSpelling, name, offset, "cancellationToken");
            else if (site.Role == CodeRole.Body && word == "ctx") Replace(code, FindingCatalog.ContextSpelling, name, offset, "context");
        }

        if (site.Role != CodeRole.Body) return;
        foreach (var access in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            if (access.ToString() is "context.Clock.UtcNow" or "context.Clock.Now" or "context.UtcNow") Replace(code, FindingCatalog.ContextSpelling, access, offset, "context.Now");
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
            if (call.ToString() is "context.Clock.GetUtcNow()") Replace(code, FindingCatalog.ContextSpelling, call, offset, "context.Now");
    }

    // `item` means something inside `each`, which stands in values.
    private static bool IsKnown(string word, Vocabulary words, CodeSite site) => word == "item" ? site.Role == CodeRole.Value : words.IsRoot(word);

    private static void Member(CodeText code, IdentifierNameSyntax name, string? root, int offset, Vocabulary words)
    {
        if (root is not null && words.IsRoot(root) && words.Spelling(name.Identifier.ValueText) is { } spelling)
            Replace(code, FindingCatalog.PropertySpelling, name, offset, spelling);
    }

    private static void Unwrap(CodeText code, SimpleLambdaExpressionSyntax lambda, ExpressionSyntax inner)
    {
        var parameter = lambda.Parameter.Identifier.ValueText;
        var edits = new List<(int, int, string)> { (lambda.SpanStart, inner.SpanStart - lambda.SpanStart, "") };
        if (parameter != "row")
        {
            // Another `row`, or another parameter of the same name, would change hands.
            if (inner.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "row" && RootName.IsRoot(name))) return;
            if (Declared(inner).Contains(parameter)) return;
            foreach (var name in inner.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
                if (name.Identifier.ValueText == parameter && RootName.IsRoot(name)) edits.Add((name.SpanStart, name.Span.Length, "row"));
        }

        code.Report(FindingCatalog.RowSpelling, lambda.SpanStart, lambda.Parameter.Span.Length, "leave the lambda out", edits, parameter + " =>", "row");
    }

    private static void Replace(CodeText code, FindingDescriptor descriptor, SyntaxNode node, int offset, string text) =>
        code.Report(descriptor, node.SpanStart - offset, node.Span.Length, $"write {text}", [(node.SpanStart - offset, node.Span.Length, text)], node.ToString(), text);

    /// <summary>The name that a path begins with; null where it begins with something else.</summary>
    internal static string? Root(ExpressionSyntax? expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IdentifierNameSyntax name: return name.Identifier.ValueText;
                case MemberAccessExpressionSyntax access: expression = access.Expression; break;
                case ElementAccessExpressionSyntax element: expression = element.Expression; break;
                case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression): expression = suppressed.Operand; break;
                case ConditionalAccessExpressionSyntax conditional: expression = conditional.Expression; break;
                case ParenthesizedExpressionSyntax parenthesized: expression = parenthesized.Expression; break;
                default: return null;
            }
        }
    }

    private static HashSet<string> Declared(SyntaxNode root)
    {
        var names = new HashSet<string>();
        foreach (var node in root.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case ParameterSyntax parameter: names.Add(parameter.Identifier.ValueText); break;
                case VariableDeclaratorSyntax variable: names.Add(variable.Identifier.ValueText); break;
                case SingleVariableDesignationSyntax designation: names.Add(designation.Identifier.ValueText); break;
                case ForEachStatementSyntax loop: names.Add(loop.Identifier.ValueText); break;
                case CatchDeclarationSyntax caught: names.Add(caught.Identifier.ValueText); break;
                case LocalFunctionStatementSyntax function: names.Add(function.Identifier.ValueText); break;
            }
        }

        return names;
    }
}
