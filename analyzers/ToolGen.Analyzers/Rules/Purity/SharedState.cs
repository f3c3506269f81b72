using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Static members of the project, and fields of typed tools, of which there is one object: where they are changed.</summary>
internal static class SharedState
{
    private static readonly string[] Mutating =
    [
        "Add", "TryAdd", "AddOrUpdate", "GetOrAdd", "TryUpdate", "Remove", "TryRemove", "Clear", "Enqueue", "TryEnqueue", "Dequeue", "TryDequeue", "Push", "TryPush", "Pop", "TryPop", "Insert", "Append", "Set", "Sort", "Reverse",
        "Replace", "TryTake", "Take", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "Write", "Next", "Exchange", "Increment",
    ];

    /// <summary>Whether calls share what a symbol holds.</summary>
    public static bool IsShared(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsConst: false } field => IsOwn(field) && (field.IsStatic || IsOfTool(field)) && !IsPerCall(field.Type),
        IPropertySymbol property => IsOwn(property) && (property.IsStatic || IsOfTool(property)) && !IsPerCall(property.Type),
        IEventSymbol one => one.IsStatic && IsOwn(one),
        _ => false,
    };

    /// <summary>What an operation changes of the shared state; null: nothing.</summary>
    public static ISymbol? ChangedBy(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation:
                var assignment = (IAssignmentOperation)operation;
                return Root(assignment.Target) is { } set && !IsOnce(assignment.Target, assignment.Value, operation) ? set : null;
            case IIncrementOrDecrementOperation step:
                return Root(step.Target);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                return targets.Elements.Select(Root).FirstOrDefault(one => one is not null);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference }:
                return IsShared(reference.Event) ? reference.Event : null;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var value, Parent: IInvocationOperation call }:
                return IsLazy(call) ? null : Root(value);
            case IInvocationOperation { Instance: { } instance } call when Changes(call):
                return Root(instance);
            default:
                return null;
        }
    }

    /// <summary>The shared member that a value is, is a part of, or is another name of.</summary>
    private static ISymbol? Root(IOperation? value) => value switch
    {
        IFieldReferenceOperation field => IsShared(field.Field) ? field.Field : field.Instance is null ? null : Root(field.Instance),
        IPropertyReferenceOperation property when IsShared(property.Property) => property.Property,
        IPropertyReferenceOperation { Property: var property, Instance: { } inner } => IsAsyncLocal(property.ContainingType) ? null : Root(inner),
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        IImplicitIndexerReferenceOperation element => Root(element.Instance),
        IConversionOperation conversion => Root(conversion.Operand),
        IConditionalAccessInstanceOperation access => Root(Accessed(access)),
        ILocalReferenceOperation { Local: { } local } reference => Alias(local, reference),
        // What a shared collection holds is shared too.
        IInvocationOperation { Instance: { Type: { } store } holder, Type.IsReferenceType: true } when IsCollection(store) => Root(holder),
        _ => null,
    };

    private static IOperation? Accessed(IOperation access)
    {
        for (var one = access.Parent; one is not null; one = one.Parent)
            if (one is IConditionalAccessOperation conditional && conditional.WhenNotNull.Syntax.Span.Contains(access.Syntax.Span)) return conditional.Operation;
        return null;
    }

    private static ISymbol? Alias(ILocalSymbol local, IOperation reference)
    {
        if (local.Type.IsValueType && !local.IsRef || reference.Parent is IAssignmentOperation assignment && assignment.Target == reference) return null;
        var body = reference;
        while (body.Parent is { } parent) body = parent;
        var made = body.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, local))?.GetVariableInitializer()?.Value;
        if (made is not null) return made is IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation or IArrayElementReferenceOperation ? Root(made) : null;
        var filled = body.Descendants().OfType<IArgumentOperation>().FirstOrDefault(one => one.Value is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } && SymbolEqualityComparer.Default.Equals(declared.Local, local));
        return filled?.Parent is IInvocationOperation { Instance: { Type: { } store } holder } && IsCollection(store) ? Root(holder) : null;
    }

    private static bool IsCollection(ITypeSymbol type) => (type.ContainingNamespace?.ToDisplayString() ?? "").StartsWith("System.Collections", StringComparison.Ordinal);

    private static bool Changes(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var space = method.ContainingType.ContainingNamespace?.ToDisplayString() ?? "";
        if (method.Name == "GetOrAdd" && IsMemo(call)) return false;
        var isStore = space.StartsWith("System.Collections", StringComparison.Ordinal) && !space.EndsWith("Immutable", StringComparison.Ordinal) && !space.EndsWith("Frozen", StringComparison.Ordinal)
            || method.ContainingType.Name is "StringBuilder" or "Random" or "TextWriter" or "StringWriter" or "StreamWriter" or "MemoryStream" || method.ContainingType.IsA("System.Collections.IList") || method.ContainingType.IsA("System.IO.Stream") || space == "Microsoft.Extensions.Caching.Memory";
        if (isStore) return Array.Exists(Mutating, name => method.Name.StartsWith(name, StringComparison.Ordinal));
        return method.DeclaringSyntaxReferences.Length > 0 && !method.ContainingType.IsValueType && ChangesItself(call);
    }

    // A method of the project that changes the object that it is called on.
    private static bool ChangesItself(IInvocationOperation call)
    {
        if (call.SemanticModel is not { } model || call.TargetMethod.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax) return false;
        if (syntax.SyntaxTree != model.SyntaxTree) return false;
        return model.GetOperation(syntax)?.Descendants().Any(one => one switch
        {
            IAssignmentOperation { Target: var target } => IsOfThis(target),
            IIncrementOrDecrementOperation { Target: var target } => IsOfThis(target),
            IInvocationOperation { Instance: IMemberReferenceOperation part, TargetMethod: { } method } => IsOfThis(part) && (method.ContainingType.ContainingNamespace?.ToDisplayString() ?? "").StartsWith("System.Collections", StringComparison.Ordinal) && Array.Exists(Mutating, name => method.Name.StartsWith(name, StringComparison.Ordinal)),
            _ => false,
        }) == true;
    }

    private static bool IsOfThis(IOperation target) => target switch
    {
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation } => true,
        IMemberReferenceOperation { Instance: { } inner } => IsOfThis(inner),
        IArrayElementReferenceOperation element => IsOfThis(element.ArrayReference),
        _ => false,
    };

    /// <summary>A value that is computed once, from nothing of a call.</summary>
    private static bool IsOnce(IOperation target, IOperation value, IOperation assignment)
    {
        if (value.DescendantsAndSelf().Any(one => one is IParameterReferenceOperation or ILocalReferenceOperation { Local.IsConst: false })) return false;
        return assignment is ICoalesceAssignmentOperation
            || assignment.Syntax.Ancestors().OfType<IfStatementSyntax>().Any(one => one.Condition.ToString() is var text && text.Contains("null") && text.Contains(target.Syntax.ToString()));
    }

    private static bool IsLazy(IInvocationOperation call) => call.TargetMethod.ContainingType.Is("System.Threading.LazyInitializer")
        || call.TargetMethod is { Name: "CompareExchange" } && call.Arguments is [.., { Value.ConstantValue: { HasValue: true, Value: null } }] && !call.Arguments[1].Value.DescendantsAndSelf().Any(one => one is IParameterReferenceOperation)
        || call.TargetMethod.Name is "Read" && call.TargetMethod.ContainingType.Name is "Volatile" or "Interlocked";

    /// <summary>A table of values that are computed from their keys alone.</summary>
    private static bool IsMemo(IInvocationOperation call)
    {
        var factory = call.Arguments.Select(one => one.Value).Select(one => one is IConversionOperation conversion ? conversion.Operand : one).OfType<IDelegateCreationOperation>().FirstOrDefault();
        return factory?.Target switch
        {
            IAnonymousFunctionOperation lambda => !lambda.Body.Descendants().Any(one => one is IInstanceReferenceOperation
                || one is IParameterReferenceOperation { Parameter: var parameter } && !Inside(parameter, lambda.Syntax) || one is ILocalReferenceOperation { Local: var local } && !Inside(local, lambda.Syntax)),
            IMethodReferenceOperation { Instance: null } => true,
            _ => false,
        };
    }

    private static bool Inside(ISymbol symbol, SyntaxNode lambda) => symbol.DeclaringSyntaxReferences.Any(one => one.SyntaxTree == lambda.SyntaxTree && lambda.Span.Contains(one.Span));

    private static bool IsOwn(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length > 0 || symbol.ContainingType.DeclaringSyntaxReferences.Length > 0;

    private static bool IsOfTool(ISymbol member) => member.ContainingType.BaseType.Is("ToolGen.Tool");

    private static bool IsPerCall(ITypeSymbol type) => IsAsyncLocal(type);

    private static bool IsAsyncLocal(ITypeSymbol type) => type.Is("System.Threading.AsyncLocal") || type.Is("System.Runtime.CompilerServices.ConditionalWeakTable");
}
