using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Gate;

/// <summary>Lets one pure expression through (SPEC §1.6), or says at each place why not.</summary>
public static class ExpressionGate
{
    private const int MostFindings = 8;

    /// <summary>Checks the text of a field.</summary>
    /// <param name="text">The field.</param>
    /// <param name="length">How many units of it are the expression; null: all.</param>
    /// <param name="scope">The root names that it may use.</param>
    /// <param name="findings">Where findings go; at least one is added when null is returned.</param>
    public static GatedExpression? Check(SpecText text, int? length, ExpressionScope scope, FindingSink findings)
    {
        var code = new CodeText(text, length ?? text.Value.Length, findings);
        if (!TextCheck.Accepts(code, CodeLimits.ExpressionLength, "an expression such as `row.Total > 0`")) return null;
        if (!CodeScan.Accepts(code, comments: false)) return null;

        var node = SyntaxFactory.ParseExpression(code.Value, 0, CodeParsing.Options, consumeFullText: true);
        if (node.ContainsDirectives || node.ContainsSkippedText || node.ContainsDiagnostics || node.FullSpan.Length != code.Value.Length || node.ToFullString() != code.Value)
        {
            SyntaxErrors.Report(code, node, 0);
            return null;
        }

        if (!new SyntaxCheck(code, SyntaxAllowList.Expression, 0).Accepts(node)) return null;
        return Names(code, node, scope);
    }

    private static GatedExpression? Names(CodeText code, ExpressionSyntax node, ExpressionScope scope)
    {
        var locals = RootName.Locals(node);
        var roots = new List<string>();
        var calls = new List<InvocationExpressionSyntax>();
        var unknown = new List<SimpleNameSyntax>();
        foreach (var name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (!RootName.IsRoot(name)) continue;
            var word = name.Identifier.ValueText;
            if (RootName.IsLocal(name, word, locals) || scope.HasType(word)) continue;
            if (scope.HasFunction(word) && name.Parent is InvocationExpressionSyntax call && call.Expression == name) calls.Add(call);
            else if (scope.HasValue(word) && name is IdentifierNameSyntax) AddOnce(roots, word);
            else if (unknown.All(other => other.Identifier.ValueText != word) && unknown.Count < MostFindings) unknown.Add(name);
        }

        if (unknown.Count > 0)
        {
            if (!SyntaxErrors.Prose(code)) foreach (var name in unknown) Unknown(code, name, name.Identifier.ValueText, scope);
            return null;
        }

        if (!IsTypeAlone(node, scope)) return new(code.Text, code.Value, node, roots, calls);
        SyntaxErrors.TypeAlone(code, node);
        return null;
    }

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name)) names.Add(name);
    }

    // A predefined type or a type's name alone is a value in no place.
    private static bool IsTypeAlone(ExpressionSyntax node, ExpressionScope scope) =>
        node is PredefinedTypeSyntax or NullableTypeSyntax or ArrayTypeSyntax or TupleTypeSyntax
        || (node is IdentifierNameSyntax name && !scope.HasValue(name.Identifier.ValueText));

    private static void Unknown(CodeText code, SimpleNameSyntax name, string word, ExpressionScope scope)
    {
        var start = name.SpanStart;
        var nearest = scope.Nearest(word);
        if (nearest is null)
            code.Report(FindingCatalog.CodeUnknownName, start, word.Length, word, "", scope.Describe());
        else
            code.Report(FindingCatalog.CodeUnknownName, start, word.Length, $"Write {nearest}", [(start, word.Length, nearest)], word, $"Did you mean `{nearest}`? ", scope.Describe());
    }
}
