using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Joining;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.SpecFixes.Joining;

/// <summary>The calls that handed the methods to their stack hand over the tools.</summary>
internal static class RegistrationEdits
{
    /// <param name="file">Where the call stands.</param>
    /// <param name="call">Such as <c>builder.WithTools&lt;EchoTool&gt;()</c>.</param>
    /// <param name="names">The tools'; null: all of the catalog.</param>
    /// <param name="isLast">Whether nothing is left that the call itself would hand over.</param>
    public static void Mcp(FileEdits file, InvocationExpressionSyntax call, IReadOnlyList<string>? names, bool isLast)
    {
        file.Use("ToolGen.Mcp");
        var dot = ((MemberAccessExpressionSyntax)call.Expression).OperatorToken;
        file.Replace(call, now =>
        {
            var arguments = ParseArgumentList($"({file.Catalog(call.SpanStart)}.Tools{Only(names)})");
            var (invocation, access) = ((InvocationExpressionSyntax)now, (MemberAccessExpressionSyntax)((InvocationExpressionSyntax)now).Expression);
            if (isLast) return invocation.WithExpression(access.WithName(IdentifierName("WithToolGen"))).WithArgumentList(arguments.WithTriviaFrom(invocation.ArgumentList));
            var before = invocation.WithTrailingTrivia(access.Expression.GetTrailingTrivia());
            return InvocationExpression(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, before, dot, IdentifierName("WithToolGen")), arguments).WithTrailingTrivia(now.GetTrailingTrivia());
        });
    }

    /// <param name="file">Where the call stands.</param>
    /// <param name="registration">Such as <c>kernel.Plugins.AddFromType&lt;Lights&gt;()</c>.</param>
    /// <param name="names">The tools'.</param>
    /// <param name="hasInstances">Whether one of the methods is called on an object.</param>
    public static void Kernel(FileEdits file, Registration registration, IReadOnlyList<string> names, bool hasInstances)
    {
        file.Use("System.Linq");
        file.Use("ToolGen.Extensions.AI");
        var call = registration.Call;
        var access = (MemberAccessExpressionSyntax)call.Expression;
        var given = call.ArgumentList.Arguments;
        var isOfType = access.Name is GenericNameSyntax;
        var target = isOfType ? $"new {((GenericNameSyntax)access.Name).TypeArgumentList.Arguments[0]}()" : given[0].ToString();
        var plugin = given.Count == (isOfType ? 1 : 2) ? given[given.Count - 1].ToString() : Literal(registration.Type!.Name).ToString();
        var name = registration.Method.Substring(0, registration.Method.IndexOf("From", System.StringComparison.Ordinal)) + "FromFunctions";
        var on = hasInstances ? "target: " + target : "";
        file.Replace(call, now => ((InvocationExpressionSyntax)now)
            .WithExpression(((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)now).Expression).WithName(IdentifierName(name)))
            .WithArgumentList(ParseArgumentList($"({plugin}, {file.Catalog(call.SpanStart)}.Tools{Only(names)}.AsAIFunctions({on}).Select(function => function.AsKernelFunction()))").WithTriviaFrom(call.ArgumentList)));
    }

    /// <param name="file">Where the call stands.</param>
    /// <param name="call"><c>AIFunctionFactory.Create(…)</c>.</param>
    /// <param name="name">The tool's.</param>
    /// <param name="target">What the method is called on; null: nothing.</param>
    public static void Function(FileEdits file, SyntaxNode call, string name, ExpressionSyntax? target)
    {
        file.Use("ToolGen.Extensions.AI");
        var on = target is null ? "" : $"target: {target.WithoutTrivia()}, ";
        file.Replace(call, now => ParseExpression($"{file.Catalog(call.SpanStart)}.Tools.AsAIFunction({Literal(name)}, {on}asks: false)").WithTriviaFrom(now));
    }

    private static string Only(IReadOnlyList<string>? names) => names is null ? "" : $".Only({string.Join(", ", names.Select(name => Literal(name).ToString()))})";
}
