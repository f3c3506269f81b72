using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.CodeFixes.Rules.Timeouts;

/// <summary>Awaits, in a function that is asynchronous already, what it blocked on: TG3111.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix)), Shared]
public sealed class AwaitFix() : NodeFix("Await it", FindingCatalog.BlockingWait)
{
    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        if (!MayAwait(node)) return null;
        switch (node)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" }:
                return (node, now => InParentheses(Await(((MemberAccessExpressionSyntax)now).Expression)));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } } when node.Parent is ExpressionStatementSyntax:
                return (node, now => Await(Receiver(now)));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } } }:
                var stands = node.Parent is ExpressionStatementSyntax;
                return (node, now => stands ? Await(Receiver(Receiver(now))) : InParentheses(Await(Receiver(Receiver(now)))));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll" }, ArgumentList: var tasks } when node.Parent is ExpressionStatementSyntax && tasks.Arguments.All(one => IsTask(model.GetTypeInfo(one.Expression, cancellation).Type)):
                return (node, now => Await(Call("WhenAll", ((InvocationExpressionSyntax)now).ArgumentList)));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" } } when node.Parent is ExpressionStatementSyntax:
                ArgumentSyntax[] token = hints.TryGetValue("token", out var name) && name is not null ? [Argument(ParseExpression(name))] : [];
                return (node, now => Await(Call("Delay", ((InvocationExpressionSyntax)now).ArgumentList.AddArguments(token))));
            default:
                return null;
        }
    }

    // A list of tasks, or tasks: no time and no token.
    private static bool IsTask(ITypeSymbol? type) => type is not null && (type.Name == "Task" || type is IArrayTypeSymbol { ElementType.Name: "Task" });

    private static ExpressionSyntax Receiver(SyntaxNode call) => ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)call).Expression).Expression;

    private static AwaitExpressionSyntax Await(ExpressionSyntax task) => AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), task.WithoutTrivia());

    private static InvocationExpressionSyntax Call(string name, ArgumentListSyntax arguments) =>
        InvocationExpression(ParseExpression("System.Threading.Tasks.Task." + name).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation), arguments);

    private static bool MayAwait(SyntaxNode node)
    {
        foreach (var one in node.Ancestors())
        {
            switch (one)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax or QueryExpressionSyntax: return false;
                case AnonymousFunctionExpressionSyntax function: return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function: return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method: return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax: return false;
            }
        }

        return false;
    }
}
