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

namespace ToolGen.CodeFixes.Rules.Sql;

/// <summary>The method of Entity Framework Core that makes parameters of holes, in the place of the one that makes text of them: TG3001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterpolatedSqlFix)), Shared]
public sealed class InterpolatedSqlFix() : NodeFix("Make the values parameters", FindingCatalog.SqlFromInput)
{
    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var called }, ArgumentList.Arguments: var given } call) return null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ReducedFrom: { ContainingType: var type, Name: var name } } || type.ContainingNamespace.ToDisplayString() != "Microsoft.EntityFrameworkCore") return null;
        // Of values that are given already the holes of both would get mixed up.
        if (Safe(type, name) is not { } safe || given.Count == 0 || given.Skip(1).Any(one => model.GetTypeInfo(one.Expression, cancellation).ConvertedType?.Name != "CancellationToken")) return null;
        if (given[0] is not { NameColon: null, Expression: InterpolatedStringExpressionSyntax statement } || ValueHoles.Parametrized(statement, model) is not { } parametrized) return null;
        return (call, now => Rewritten((InvocationExpressionSyntax)now, safe, parametrized.WithTriviaFrom(statement)));
    }

    private static InvocationExpressionSyntax Rewritten(InvocationExpressionSyntax call, string name, ExpressionSyntax statement)
    {
        var called = (MemberAccessExpressionSyntax)call.Expression;
        var given = call.ArgumentList.Arguments;
        return call.WithExpression(called.WithName(called.Name.WithIdentifier(SyntaxFactory.Identifier(name)).WithTriviaFrom(called.Name)))
            .WithArgumentList(call.ArgumentList.WithArguments(given.Replace(given[0], given[0].WithExpression(statement))));
    }

    /// <summary>The counterpart that this version of the library has.</summary>
    private static string? Safe(INamedTypeSymbol type, string name)
    {
        var isAsync = name.EndsWith("Async", StringComparison.Ordinal);
        var stem = isAsync ? name.Substring(0, name.Length - 5) : name;
        if (!stem.EndsWith("Raw", StringComparison.Ordinal)) return null;
        stem = stem.Substring(0, stem.Length - 3);
        return new[] { stem, stem + "Interpolated" }.Select(one => one + (isAsync ? "Async" : ""))
            .FirstOrDefault(one => type.GetMembers(one).OfType<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => parameter.Type.Name == "FormattableString")));
    }
}
