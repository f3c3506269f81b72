using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>One call of an aggregate function.</summary>
/// <param name="Function">Such as <c>sum</c>.</param>
/// <param name="Argument">Null for <c>count()</c>.</param>
/// <param name="Local">The name that stands for its value in the outer expression.</param>
internal sealed record AggregateCall(string Function, GatedExpression? Argument, string Local);

/// <summary>
/// An expression such as <c>sum(row.Amount) / count()</c> cut at its aggregate calls, so that each argument runs once a row and what is
/// around them once at the end. Nothing is written anew: each part is the gated text with all else blanked, and in the outer part a name
/// stands where a call was, as wide as the call; so every part keeps its place in the spec, unit for unit.
/// </summary>
/// <param name="Outer">What remains.</param>
/// <param name="Calls">In written order.</param>
internal sealed record AggregateSplit(GatedExpression Outer, IReadOnlyList<AggregateCall> Calls)
{
    /// <summary>The functions that run over rows.</summary>
    public static IReadOnlyList<string> Functions => ExpressionScope.Figures;

    /// <summary>Cuts an expression; null where a call is not as it must be, and a finding says so.</summary>
    /// <param name="gated">The whole.</param>
    /// <param name="nextLocal">Gives names that no other part of the tool has, at most 7 units long.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static AggregateSplit? Of(GatedExpression gated, Func<string> nextLocal, FindingSink findings)
    {
        var code = new CodeText(gated.Text, gated.Source.Length, findings);
        var nodes = gated.FunctionCalls.Where(call => Functions.Contains(NameOf(call))).ToList();
        var calls = new List<AggregateCall>();
        foreach (var node in nodes)
        {
            if (!IsWellFormed(node, code)) return null;
            if (node.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(nodes.Contains) is { } around)
            {
                code.Report(FindingCatalog.AggregateNested, node.SpanStart, node.Span.Length, NameOf(node), NameOf(around));
                return null;
            }

            var argument = node.ArgumentList.Arguments.Count == 0 ? null : Part(gated, Blank(gated.Source, node.ArgumentList.Arguments[0].Expression.Span));
            calls.Add(new(NameOf(node), argument, nextLocal()));
        }

        if (calls.Count == 0) return new(gated, calls);
        var outer = gated.Source.ToCharArray();
        for (var i = 0; i < calls.Count; i++)
        {
            var span = nodes[i].Span;
            for (var at = span.Start; at < span.End; at++)
                if (outer[at] is not ('\n' or '\r')) outer[at] = ' ';
            calls[i].Local.CopyTo(0, outer, span.Start, calls[i].Local.Length);
        }

        return new(Part(gated, new(outer)), calls);
    }

    private static string NameOf(InvocationExpressionSyntax call) => ((SimpleNameSyntax)call.Expression).Identifier.ValueText;

    private static bool IsWellFormed(InvocationExpressionSyntax call, CodeText code)
    {
        var arguments = call.ArgumentList.Arguments;
        var name = NameOf(call);
        var fits = name == "count" ? arguments.Count <= 1 : arguments.Count == 1;
        if (fits && call.Expression is IdentifierNameSyntax && arguments.All(argument => argument.NameColon is null && argument.RefKindKeyword.IsKind(SyntaxKind.None))) return true;
        code.Report(FindingCatalog.AggregateArguments, call.SpanStart, call.Span.Length, name, name == "count" ? "nothing, or one expression" : "one expression", $"{name}(row.Amount)");
        return false;
    }

    private static string Blank(string source, TextSpan kept)
    {
        var text = source.ToCharArray();
        for (var at = 0; at < text.Length; at++)
            if (!kept.Contains(at) && text[at] is not ('\n' or '\r')) text[at] = ' ';
        return new(text);
    }

    private static GatedExpression Part(GatedExpression whole, string source)
    {
        var node = SyntaxFactory.ParseExpression(source, 0, CodeParsing.Options, consumeFullText: true);
        var locals = RootName.Locals(node);
        var names = node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Where(name => RootName.IsRoot(name) && !RootName.IsLocal(name, name.Identifier.ValueText, locals))
            .Select(name => name.Identifier.ValueText).ToList();
        return new(whole.Text, source, node, whole.RootNames.Where(names.Contains).ToArray(), []);
    }
}
