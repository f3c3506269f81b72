using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.CodeFixes.Rules.Regex;

/// <summary>Gives a match one second: TG3010 and TG3011. The engine stays, and with it what each pattern means.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MatchTimeoutFix)), Shared]
public sealed class MatchTimeoutFix() : NodeFix("Give up after a second", FindingCatalog.PatternFromInput, FindingCatalog.BacktrackingOnInput)
{
    private const string Namespace = "System.Text.RegularExpressions.";

    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        var maker = node is InvocationExpressionSyntax call && model.GetSymbolInfo(call, cancellation).Symbol is { IsStatic: false } ? Made(call.Expression, model, cancellation) : node;
        if (maker is null || model.GetSymbolInfo(maker, cancellation).Symbol is not IMethodSymbol { ContainingType: { Name: "Regex" } type } method || type.ToDisplayString() != Namespace + "Regex") return null;
        var list = maker switch { InvocationExpressionSyntax match => match.ArgumentList, BaseObjectCreationExpressionSyntax creation => creation.ArgumentList, _ => null };
        if (list is null) return null;
        if (method.Parameters.LastOrDefault() is { Name: "matchTimeout", Ordinal: var place })
            return list.Arguments.FirstOrDefault(one => one.NameColon?.Name.Identifier.ValueText == "matchTimeout") is { } named ? (named.Expression, _ => Second()) : (list.Arguments[place].Expression, _ => Second());

        var takesOptions = method.Parameters.Any(one => one.Name == "options");
        if (!HasTimed(method, takesOptions)) return null;
        var isNamed = list.Arguments.Any(one => one.NameColon is not null);
        var added = new List<ArgumentSyntax>();
        if (!takesOptions) added.Add(Given("options", RuleFixProvider.Name(Namespace + "RegexOptions.None"), isNamed));
        added.Add(Given("matchTimeout", Second(), isNamed));
        return (list, now => ((ArgumentListSyntax)now).AddArguments([.. added]));
    }

    /// <summary>Where this file makes the expression that a call matches with: in the call itself, or in the only place that sets a local or a field.</summary>
    private static SyntaxNode? Made(ExpressionSyntax called, SemanticModel model, CancellationToken cancellation)
    {
        if (called is not MemberAccessExpressionSyntax { Expression: var receiver }) return null;
        if (receiver is BaseObjectCreationExpressionSyntax) return receiver;
        if (model.GetSymbolInfo(receiver, cancellation).Symbol is not (ILocalSymbol or IFieldSymbol { IsReadOnly: true }) || model.GetSymbolInfo(receiver, cancellation).Symbol is not { DeclaringSyntaxReferences: [var declared] }) return null;
        return declared.SyntaxTree == receiver.SyntaxTree && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made } ? made : null;
    }

    private static bool HasTimed(IMethodSymbol method, bool takesOptions)
    {
        var count = method.Parameters.Length + (takesOptions ? 1 : 2);
        return method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
            other.IsStatic == method.IsStatic && other.Parameters.Length == count && other.Parameters[count - 1].Name == "matchTimeout" && other.Parameters[count - 2].Name == "options"
            && method.Parameters.Zip(other.Parameters, (own, its) => SymbolEqualityComparer.Default.Equals(own.Type, its.Type)).All(same => same));
    }

    private static ExpressionSyntax Second() => InvocationExpression(RuleFixProvider.Name("System.TimeSpan.FromSeconds"), ParseArgumentList("(1)"));

    private static ArgumentSyntax Given(string name, ExpressionSyntax value, bool isNamed) => isNamed ? Argument(NameColon(name), default, value) : Argument(value);
}
