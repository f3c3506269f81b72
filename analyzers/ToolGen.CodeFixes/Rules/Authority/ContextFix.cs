using System;
using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.CodeFixes.Rules.Authority;

/// <summary>Takes the time, chance, zones and the log from the ToolContext that is at hand: TG3133, TG3134, TG3136, TG3139.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContextFix)), Shared]
public sealed class ContextFix() : NodeFix("Use the ToolContext", FindingCatalog.AmbientClock, FindingCatalog.AmbientRandom, FindingCatalog.AmbientConsole, FindingCatalog.AmbientZone)
{
    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        if (!hints.TryGetValue("context", out var context) || context is null || model.GetSymbolInfo(node, cancellation).Symbol is not { } symbol) return null;
        var member = $"{symbol.ContainingType.ToDisplayString()}.{symbol.Name}";
        var instead = (member, node) switch
        {
            ("System.DateTimeOffset.UtcNow", _) => context + ".Now",
            ("System.DateTime.UtcNow", _) => context + ".Now.UtcDateTime",
            ("System.Random.Shared", _) => context + ".Random",
            ("System.Random..ctor", BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null }) => context + ".Random",
            _ => null,
        };
        if (instead is not null) return (node, _ => ParseExpression(instead));
        if (member == "System.TimeZoneInfo.FindSystemTimeZoneById" && node is InvocationExpressionSyntax) return (node, now => Call(now, context + ".Zone"));
        return Line(member, node) is { ArgumentList.Arguments: [{ Expression: var text }], Parent: ExpressionStatementSyntax } line && model.GetTypeInfo(text, cancellation).Type?.SpecialType == SpecialType.System_String
            ? (line, now => Call(now, context + ".Log"))
            : null;
    }

    private static SyntaxNode Call(SyntaxNode call, string member) => ((InvocationExpressionSyntax)call).WithExpression(ParseExpression(member));

    /// <summary>The call that prints one line.</summary>
    private static InvocationExpressionSyntax? Line(string member, SyntaxNode node) => member switch
    {
        "System.Console.WriteLine" or "System.Diagnostics.Debug.WriteLine" or "System.Diagnostics.Trace.WriteLine" => node as InvocationExpressionSyntax,
        "System.Console.Error" or "System.Console.Out" => node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WriteLine" } access ? access.Parent as InvocationExpressionSyntax : null,
        _ => null,
    };
}
