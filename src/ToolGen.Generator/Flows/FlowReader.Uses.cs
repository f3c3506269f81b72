using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <content>Where the contract takes a path, an address or SQL.</content>
internal sealed partial class FlowReader
{
    private void Use(InvocationExpressionSyntax call, string receiver, string name, FlowScope scope)
    {
        if (call.ArgumentList.Arguments is not [{ Expression: var first }, ..]) return;
        switch (name)
        {
            case "OpenRead":
            case "Find" when receiver.EndsWith("Files", StringComparison.Ordinal) || Source(receiver, scope).EndsWith("Files", StringComparison.Ordinal):
                this.Arrive(this.Of(first, scope), Harm.Path, FlowWords.Reads);
                break;
            case "Create" when (receiver + Source(receiver, scope)).IndexOf("BeginWrite(", StringComparison.Ordinal) >= 0:
                this.Arrive(this.Of(first, scope), Harm.Path, FlowWords.Writes);
                break;
            case "Text" when IsStatement(receiver, scope):
                this.Arrive(this.Of(first, scope), Harm.Sql, FlowWords.Runs);
                break;
            case "SendAsync" when first is ImplicitObjectCreationExpressionSyntax request:
                this.Request(request, scope);
                break;
        }
    }

    private static string Source(string receiver, FlowScope scope) => scope.Find(receiver)?.Source?.ToString() ?? "";

    private static bool IsStatement(string receiver, FlowScope scope)
    {
        var root = receiver.Split('.', '(')[0].Trim();
        return receiver.IndexOf("SqlStatement", StringComparison.Ordinal) >= 0 || Source(root, scope).IndexOf("SqlStatement", StringComparison.Ordinal) >= 0 || IsDeclared(scope.Find(root)?.Source, "SqlStatement");
    }

    private static bool IsDeclared(ExpressionSyntax? value, string type) => value?.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Type.ToString() == type;

    private Taint Create(BaseObjectCreationExpressionSyntax creation, FlowScope scope)
    {
        var type = creation is ObjectCreationExpressionSyntax named ? named.Type.ToString() : creation.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Type.ToString() ?? "";
        if (type.EndsWith("ToolHttpRequest", StringComparison.Ordinal)) this.Request(creation, scope);
        else if (type.EndsWith("HttpAddress", StringComparison.Ordinal) && creation.ArgumentList?.Arguments is [{ Expression: var start }]) this.Address(start, scope);
        var given = Join((creation.ArgumentList?.Arguments ?? []).Select(argument => this.Of(argument.Expression, scope)).ToList());
        return given.Join(Join((creation.Initializer?.Expressions ?? []).Select(one => this.Of(one is AssignmentExpressionSyntax assignment ? assignment.Right : one, scope)).ToList()));
    }

    private Taint With(WithExpressionSyntax with, FlowScope scope)
    {
        foreach (var assignment in with.Initializer.Expressions.OfType<AssignmentExpressionSyntax>().Where(one => one.Left.ToString() == "Url")) this.Address(assignment.Right, scope);
        return this.Of(with.Expression, scope).Join(Join(with.Initializer.Expressions.Select(one => this.Of(one is AssignmentExpressionSyntax assignment ? assignment.Right : one, scope)).ToList()));
    }

    private void Request(BaseObjectCreationExpressionSyntax creation, FlowScope scope)
    {
        var arguments = creation.ArgumentList?.Arguments ?? [];
        var url = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText is "Url" or "url")?.Expression ?? (arguments.Count > 1 ? arguments[1].Expression : null);
        if (url is not null) this.Address(url, scope);
        foreach (var assignment in (creation.Initializer?.Expressions ?? []).OfType<AssignmentExpressionSyntax>().Where(one => one.Left.ToString() == "Url")) this.Address(assignment.Right, scope);
    }

    // Behind the host a value is a part of the path, behind the question mark one of the query, which leads nowhere else.
    private void Address(ExpressionSyntax url, FlowScope scope)
    {
        var text = "";
        foreach (var (literal, value) in Parts(url, scope, 0))
        {
            text += literal;
            if (value is null) continue;
            var taint = this.Of(value, scope);
            var isWhole = UrlOrigin.IsWhole(text);
            if (isWhole && text.IndexOf('?') >= 0) continue;
            this.Arrive(taint, isWhole ? Harm.Address : Harm.Host, isWhole ? FlowWords.Addresses : FlowWords.Calls);

            // A base that nobody outside gives is the host.
            text += text.Length == 0 && taint.IsNone ? "https://base" : "*";
        }
    }

    private static IEnumerable<(string Literal, ExpressionSyntax? Value)> Parts(ExpressionSyntax expression, FlowScope scope, int depth)
    {
        if (depth > 8) return [("", expression)];
        if (FlowPatterns.Text(expression, scope) is { } constant) return [(constant, null)];
        return expression switch
        {
            ParenthesizedExpressionSyntax inner => Parts(inner.Expression, scope, depth + 1),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Parts(sum.Left, scope, depth + 1).Concat(Parts(sum.Right, scope, depth + 1)),
            InterpolatedStringExpressionSyntax text => text.Contents.SelectMany(part => part is InterpolatedStringTextSyntax literal ? [(literal.TextToken.ValueText, null)] : Parts(((InterpolationSyntax)part).Expression, scope, depth + 1)),
            IdentifierNameSyntax name when scope.Find(name.Identifier.ValueText)?.Source is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax => Parts(scope.Find(name.Identifier.ValueText)!.Source!, scope, depth + 1),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var only }] } => Parts(only, scope, depth + 1),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var owner } } => Parts(owner, scope, depth + 1),
            _ => [("", expression)],
        };
    }
}
