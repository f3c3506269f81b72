using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Generator.Effects;

/// <summary>The operations of a method and of everything in its project that it calls by name.</summary>
internal static class CalledCode
{
    // A method that calls more than that is not read by who approves it either.
    private const int MostMethods = 2_000;

    /// <summary>Reads them, the method's own first.</summary>
    /// <param name="method">Where it starts.</param>
    /// <param name="model">Answers the model of a tree.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<IOperation> Of(IMethodSymbol method, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellationToken)
    {
        var operations = new List<IOperation>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { method };
        var open = new Queue<ISymbol>(seen);
        while (open.Count > 0 && seen.Count < MostMethods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var body in Bodies(open.Dequeue(), model, cancellationToken))
                foreach (var operation in body.DescendantsAndSelf())
                {
                    operations.Add(operation);
                    if (Callee(operation)?.OriginalDefinition is { DeclaringSyntaxReferences.Length: > 0 } callee && seen.Add(callee)) open.Enqueue(callee);
                }
        }

        return operations;
    }

    private static IEnumerable<IOperation> Bodies(ISymbol symbol, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellationToken)
    {
        var whole = symbol is IMethodSymbol { PartialImplementationPart: { } part } ? part : symbol;
        foreach (var place in whole.DeclaringSyntaxReferences)
            // A function inside of a method is a part of that method's body.
            if (place.GetSyntax(cancellationToken) is var syntax and not (TypeDeclarationSyntax or LocalFunctionStatementSyntax) && model(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is { } body)
                yield return body;
    }

    private static ISymbol? Callee(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.ReducedFrom ?? call.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation { Property: { GetMethod: { } get } } => get,
        _ => null,
    };
}
