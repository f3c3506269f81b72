using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.CodeFixes.Rules.Timeouts;

/// <summary>Passes the token at hand on: TG3110.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassTokenFix)), Shared]
public sealed class PassTokenFix() : NodeFix("Pass the CancellationToken on", FindingCatalog.TokenNotPassed)
{
    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        if (!hints.TryGetValue("token", out var name) || name is null) return null;
        var token = ParseExpression(name);
        if (node.Parent is CommonForEachStatementSyntax loop && loop.Expression == node) return (node, now => WithCancellation((ExpressionSyntax)now, token));
        if (node is not InvocationExpressionSyntax call || model.GetOperation(call, cancellation) is not IInvocationOperation operation) return null;
        var given = operation.Arguments.FirstOrDefault(one => one.Parameter?.Type.Name == "CancellationToken");
        if (given is { ArgumentKind: ArgumentKind.Explicit, Syntax: ArgumentSyntax argument }) return (argument.Expression, _ => token);

        var all = call.ArgumentList.Arguments;
        var written = all.Count + (operation.TargetMethod.IsExtensionMethod && operation.Arguments.Any(one => one.Syntax is not ArgumentSyntax && one.ArgumentKind == ArgumentKind.Explicit) ? 1 : 0);
        var isInOrder = all.All(one => one.NameColon is null) && (given is null || given.Parameter!.Ordinal == written);
        if (given is null && operation.TargetMethod.Parameters.LastOrDefault() is { IsParams: true }) return null;
        var added = isInOrder ? Argument(token) : Argument(NameColon(given?.Parameter!.Name ?? "cancellationToken"), default, token);
        return (call.ArgumentList, now => ((ArgumentListSyntax)now).AddArguments(added));
    }

    private static InvocationExpressionSyntax WithCancellation(ExpressionSyntax items, ExpressionSyntax token) =>
        InvocationExpression(
            MemberAccessExpression(Microsoft.CodeAnalysis.CSharp.SyntaxKind.SimpleMemberAccessExpression, InParentheses(items.WithoutTrivia()), IdentifierName("WithCancellation")),
            ArgumentList(SingletonSeparatedList(Argument(token))));
}
