using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules;

/// <summary>Where a type calls a private method of its own: a helper's name often tells nothing, its callers know what for.</summary>
internal static class Callers
{
    public static IEnumerable<IInvocationOperation> Of(ISymbol method, IOperation within)
    {
        if (method is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable, ContainingType: { } type } || within.SemanticModel is not { } model) return [];
        return type.DeclaringSyntaxReferences.Where(one => one.SyntaxTree == model.SyntaxTree)
            .SelectMany(one => one.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => NameOf(call.Expression) == method.Name)
            .Select(call => model.GetOperation(call)).OfType<IInvocationOperation>()
            .Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition));
    }

    /// <summary>What the callers give for a parameter.</summary>
    public static IEnumerable<IOperation> Arguments(IParameterSymbol parameter, IOperation within) =>
        Of(parameter.ContainingSymbol, within).SelectMany(call => call.Arguments).Where(one => one.Parameter?.Ordinal == parameter.Ordinal).Select(one => one.Value);

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
