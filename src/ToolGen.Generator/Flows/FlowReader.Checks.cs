using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <content>Checks: what a condition shows of values where it holds, or where it does not.</content>
internal sealed partial class FlowReader
{
    private static readonly Dictionary<string, Harm> Nothing = [];

    /// <summary>What is shown, by name with <c>$</c> in front, or by origin.</summary>
    public Dictionary<string, Harm> Shown(ExpressionSyntax? condition, bool holds, FlowScope scope)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                return this.Shown(inner.Expression, holds, scope);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return this.Shown(not.Operand, !holds, scope);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                var isUnion = both.RawKind == (int)SyntaxKind.LogicalAndExpression == holds;
                return Both(this.Shown(both.Left, holds, scope), this.Shown(both.Right, holds, scope), isUnion);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality:
                return this.Equal(equality, equality.RawKind == (int)SyntaxKind.EqualsExpression == holds, scope);
            case BinaryExpressionSyntax { Left: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IndexOfAny" or "IndexOf" } } search } comparison:
                var isAbsent = (comparison.Kind(), comparison.Right.ToString()) is (SyntaxKind.GreaterThanOrEqualExpression, "0") or (SyntaxKind.GreaterThanExpression, "-1");
                return isAbsent != holds && (isAbsent || comparison.Kind() is SyntaxKind.LessThanExpression) ? this.Lacks(search, scope) : Nothing;
            case IsPatternExpressionSyntax test:
                var negated = test.Pattern is UnaryPatternSyntax { RawKind: (int)SyntaxKind.NotPattern };
                var pattern = negated ? ((UnaryPatternSyntax)test.Pattern).Pattern : test.Pattern;
                return holds != negated && FlowPatterns.IsConstant(pattern) ? this.Show(test.Expression, Harm.All, scope) : Nothing;
            case InvocationExpressionSyntax call:
                return this.Shown(call, holds, scope);
            default:
                return Nothing;
        }
    }

    private Dictionary<string, Harm> Shown(InvocationExpressionSyntax call, bool holds, FlowScope scope)
    {
        var arguments = call.ArgumentList.Arguments;
        if (call.Expression is IdentifierNameSyntax own && this.functions.TryGetValue(own.Identifier.ValueText, out var function)) return this.Shown(function, arguments, holds, scope);
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: var name } || arguments.Count == 0) return Nothing;
        var first = arguments[0].Expression;
        var text = FlowPatterns.Text(first, scope);
        switch (name)
        {
            case "IsMatch" when holds:
                var pattern = arguments.Count > 1 && receiver.ToString().EndsWith("Regex", StringComparison.Ordinal) ? FlowPatterns.Text(arguments[1].Expression, scope) : this.PatternOf(receiver, scope);
                return pattern is null ? Nothing : this.Show(first, SafePattern.Of(pattern), scope);
            case "Equals" when holds && receiver.ToString() is "string" or "String" && arguments.Count > 1:
                return Both(FlowPatterns.Text(arguments[1].Expression, scope) is null ? Nothing : this.Show(first, Harm.All, scope), text is null ? Nothing : this.Show(arguments[1].Expression, Harm.All, scope), true);
            case "Equals" when holds:
                return text is null ? Nothing : this.Show(receiver, Harm.All, scope);
            case "TryParse" or "TryParseExact" when holds && KnownCalls.IsHarmlessType(receiver.ToString()):
                return this.Show(first, Harm.All, scope);
            case "Contains" or "ContainsKey" or "TryGetValue" when holds && this.Of(receiver, scope).IsNone:
                return this.Show(first, Harm.All, scope);
            case "Contains" when !holds:
                return this.Lacks(call, scope);
            case "StartsWith" when holds && text is not null:
                return this.Show(receiver, (UrlOrigin.IsWhole(text) ? Harm.Host : Harm.None) | (text.Length > 1 && text.EndsWith("/", StringComparison.Ordinal) && text.IndexOf(':') < 0 ? Harm.Path : Harm.None), scope);
            case "EndsWith" when holds && text is { Length: > 2 } && text[0] == '.' && text.IndexOf('.', 1) > 0:
                return this.Show(receiver, Harm.None, scope, Harm.Host);
            case "All" when holds:
                return this.Show(receiver, FlowCharacters.Of(first), scope);
            case "Any" when !holds:
                return this.Show(receiver, FlowCharacters.Of(first, negated: true), scope);
            default:
                return Nothing;
        }
    }

    private Dictionary<string, Harm> Shown(LocalFunctionStatementSyntax function, Microsoft.CodeAnalysis.SeparatedSyntaxList<ArgumentSyntax> arguments, bool holds, FlowScope scope)
    {
        var result = function.ExpressionBody?.Expression ?? (function.Body is { Statements: [ReturnStatementSyntax { Expression: { } only }] } ? only : null);
        if (result is null || this.depth > MaxDepth) return Nothing;
        this.depth += 4;
        var inner = scope.Copy();
        var parameters = function.ParameterList.Parameters;
        for (var i = 0; i < parameters.Count && i < arguments.Count; i++) inner.Set(parameters[i].Identifier.ValueText, this.Of(arguments[i].Expression, scope), null, this.KeysOf(arguments[i].Expression, scope));
        var shown = this.Shown(result, holds, inner);
        this.depth -= 4;
        return shown.Where(one => one.Key[0] != '$' || scope.Find(one.Key.Substring(1)) is not null).ToDictionary(one => one.Key, one => one.Value);
    }

    private Dictionary<string, Harm> Equal(BinaryExpressionSyntax equality, bool areEqual, FlowScope scope)
    {
        if (!areEqual) return Nothing;
        foreach (var (one, other) in new[] { (equality.Left, equality.Right), (equality.Right, equality.Left) })
        {
            if (FlowPatterns.IsConstant(other) || FlowPatterns.Text(other, scope) is not null) return this.Show(one, Harm.All, scope);
            if (other is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call, ArgumentList.Arguments: [{ Expression: var inner }] } && inner.ToString() == one.ToString())
                return this.Show(one, KnownCalls.Removed(call.Expression.ToString(), call.Name.Identifier.ValueText), scope);
        }

        return Nothing;
    }

    // A text without a slash is one name: a path of a tool cannot climb, and has no backslash (SPEC §5).
    private Dictionary<string, Harm> Lacks(InvocationExpressionSyntax search, FlowScope scope)
    {
        if (search.Expression is not MemberAccessExpressionSyntax { Expression: var receiver } || search.ArgumentList.Arguments is not [{ Expression: var what }, ..]) return Nothing;
        var signs = FlowPatterns.Text(what, scope) ?? string.Concat(what.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText));
        var lacksSlash = search.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IndexOfAny" } ? signs.IndexOf('/') >= 0 || what.ToString().EndsWith("GetInvalidFileNameChars()", StringComparison.Ordinal) : signs == "/";
        return lacksSlash ? this.Show(receiver, Harm.Path, scope) : Nothing;
    }

    /// <summary>The text of the pattern that an expression holds: <c>new Regex("…")</c>, or a name of it.</summary>
    private string? PatternOf(ExpressionSyntax? regex, FlowScope scope) => regex switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var pattern }, ..] } => FlowPatterns.Text(pattern, scope),
        IdentifierNameSyntax name when scope.Find(name.Identifier.ValueText)?.Source is BaseObjectCreationExpressionSyntax made => this.PatternOf(made, scope),
        _ => null,
    };

    private Dictionary<string, Harm> Show(ExpressionSyntax value, Harm harm, FlowScope scope, Harm ofHost = Harm.None)
    {
        var shown = new Dictionary<string, Harm>();
        foreach (var key in this.KeysOf(value, scope).Distinct())
        {
            // The host of an address that was checked is the address' host.
            var dot = key.LastIndexOf('.');
            if (dot > 0 && key.Substring(dot + 1) is "Host" or "DnsSafeHost" or "IdnHost" or "Authority") shown[key.Substring(0, dot)] = (harm | ofHost) & Harm.Host;
            if (harm != Harm.None) shown[key] = harm;
        }

        return shown;
    }

    private static Dictionary<string, Harm> Both(Dictionary<string, Harm> one, Dictionary<string, Harm> other, bool isUnion) => isUnion
        ? one.Concat(other).GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Aggregate(Harm.None, (known, entry) => known | entry.Value))
        : one.Where(entry => other.ContainsKey(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value & other[entry.Key]);

    /// <summary>The names of the very value that an expression gives; none where it is only made of them.</summary>
    private IReadOnlyList<string> KeysOf(ExpressionSyntax? value, FlowScope scope)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax inner:
                return this.KeysOf(inner.Expression, scope);
            case PostfixUnaryExpressionSyntax certain:
                return this.KeysOf(certain.Operand, scope);
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return scope.Find(name) is { } known ? ["$" + name, .. known.Keys] : [];
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } access } when KnownCalls.IsSameValue(method):
                return this.KeysOf(access.Expression, scope);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either when FlowPatterns.IsConstant(either.Right):
                return this.KeysOf(either.Left, scope);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } nullable:
                return this.KeysOf(nullable.Expression, scope);
            case MemberAccessExpressionSyntax access when IsChain(access.Expression):
                return [.. this.Of(access.Expression, scope).Origins.Keys.Select(origin => origin + "." + access.Name.Identifier.ValueText), .. access.Expression is IdentifierNameSyntax named ? ["$" + named.Identifier.ValueText + "." + access.Name.Identifier.ValueText] : Array.Empty<string>()];
            case ConditionalAccessExpressionSyntax { Expression: var owner, WhenNotNull: MemberBindingExpressionSyntax member } when IsChain(owner):
                return [.. this.Of(owner, scope).Origins.Keys.Select(origin => origin + "." + member.Name.Identifier.ValueText)];
            default:
                return [];
        }
    }

    private static bool IsChain(ExpressionSyntax expression) => expression is IdentifierNameSyntax || (expression is MemberAccessExpressionSyntax access && IsChain(access.Expression));
}
