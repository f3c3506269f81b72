using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>The token that code can pass on where it stands.</summary>
internal static class TokenAtHand
{
    /// <summary>As it is written there, such as <c>cancellationToken</c> or <c>timeout.Token</c>: of the nearest function that has one; null where there is none.</summary>
    public static string? At(IOperation operation, ISymbol containing)
    {
        for (var one = operation.Parent; one is not null; one = one.Parent)
        {
            if (one is IBlockOperation block && Local(block, operation) is { } local) return local;
            if (one is IUsingOperation { Resources: { } resources } && Declared(resources, operation) is { } used) return used;
            var function = (one as IAnonymousFunctionOperation)?.Symbol ?? (one as ILocalFunctionOperation)?.Symbol;
            if (function is not null && Parameter(function) is { } parameter) return parameter;
            if (function is { IsStatic: true }) return null;
        }

        return containing is IMethodSymbol method ? Parameter(method) : null;
    }

    private static string? Parameter(IMethodSymbol method) => method.Parameters.FirstOrDefault(one => one.Type.Is(TokenUses.Token))?.Name;

    private static string? Local(IBlockOperation block, IOperation operation) =>
        block.Operations.TakeWhile(one => one.Syntax.Span.End <= operation.Syntax.SpanStart).Reverse().Select(one => Declared(one, operation)).FirstOrDefault(one => one is not null);

    private static string? Declared(IOperation statement, IOperation operation)
    {
        var group = statement is IUsingDeclarationOperation declaration ? declaration.DeclarationGroup : statement as IVariableDeclarationGroupOperation;
        foreach (var one in group?.Declarations.SelectMany(each => each.Declarators) ?? [])
        {
            if (one.Syntax.Span.Contains(operation.Syntax.Span)) continue;
            if (one.Symbol.Type.Is(TokenUses.Token)) return one.Symbol.Name;
            if (one.Symbol.Type.Is("System.Threading.CancellationTokenSource") && !(one.GetVariableInitializer()?.Value is IObjectCreationOperation { Arguments.Length: 0 })) return one.Symbol.Name + ".Token";
        }

        return null;
    }
}
