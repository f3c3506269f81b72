using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>Places where a thread stands still until a task is done.</summary>
internal static class BlockingWaits
{
    private static readonly string[] Tasks = ["System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1"];

    /// <summary>What is blocked on and what to write instead; null: nothing is.</summary>
    public static (string Name, string Instead)? Of(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type) && !IsDone(task, operation):
                return (task.Type!.Name + ".Result", "await");
            case IInvocationOperation { TargetMethod: { Name: "GetResult" } method, Instance: { } awaiter } when method.ContainingType.ContainingNamespace?.ToDisplayString() == "System.Runtime.CompilerServices" && Awaited(awaiter) is { } task && !IsDone(task, operation):
                return ("GetAwaiter().GetResult", "await");
            case IInvocationOperation { TargetMethod: { Name: "Wait" } method, Instance: { } task } call when IsTask(method.ContainingType) && !IsBounded(call) && !IsDone(task, operation):
                return ("Task.Wait", "await");
            case IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", IsStatic: true } method } call when IsTask(method.ContainingType) && !IsBounded(call):
                return ("Task." + method.Name, method.Name == "WaitAll" ? "await Task.WhenAll" : "await Task.WhenAny");
            case IInvocationOperation { TargetMethod: { Name: "RunSynchronously" } method } when IsTask(method.ContainingType):
                return ("Task.RunSynchronously", "await");
            case IInvocationOperation { TargetMethod: { Name: "Sleep" } method, Arguments: [{ Value: var time }] } when method.ContainingType.Is("System.Threading.Thread") && time.ConstantValue is not { HasValue: true, Value: 0 or 1 }:
                return ("Thread.Sleep", "await Task.Delay");
            default:
                return null;
        }
    }

    private static bool IsTask(ITypeSymbol? type) => type is not null && Array.IndexOf(Tasks, Taint.TypeNames.Full(type.OriginalDefinition)) >= 0;

    private static bool IsBounded(IInvocationOperation call) => call.Arguments.Any(one =>
        one.ArgumentKind == ArgumentKind.Explicit && (one.Parameter!.Type.Is("System.TimeSpan") || one.Parameter.Type.SpecialType == SpecialType.System_Int32 || one.Parameter.Type.Is(TokenUses.Token)) && !Bounds.IsInfinite(one.Value) && !TokenUses.IsNone(one.Value));

    private static IOperation? Awaited(IOperation awaiter)
    {
        if (awaiter is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }) return null;
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner }) task = inner;
        return IsTask(task.Type) ? task : null;
    }

    /// <summary>Whether a task was awaited before, was looked at, or is handed to the code once it is done.</summary>
    private static bool IsDone(IOperation task, IOperation use)
    {
        if (task is IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "WhenAny" } }) return true;
        if (task is IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true } }) return true;
        var symbol = SymbolOf(task);
        if (symbol is null) return false;
        for (var one = use.Parent; one is not null; one = one.Parent)
            if (one is IAnonymousFunctionOperation lambda && symbol is IParameterSymbol parameter && lambda.Symbol.Parameters.Contains(parameter, SymbolEqualityComparer.Default) && IsContinuation(lambda)) return true;
        var before = TokenUses.Root(use).Descendants().Where(one => one.Syntax.SpanStart < use.Syntax.SpanStart).ToArray();
        return before.OfType<IAwaitOperation>().Any(one => Ends(one, symbol, use))
            || before.OfType<IPropertyReferenceOperation>().Any(one => one.Property.Name is "IsCompleted" or "IsCompletedSuccessfully" or "Status" && SymbolEqualityComparer.Default.Equals(SymbolOf(one.Instance), symbol));
    }

    private static bool Ends(IAwaitOperation await, ISymbol task, IOperation use)
    {
        if (await.DescendantsAndSelf().Any(one => SymbolEqualityComparer.Default.Equals(SymbolOf(one), task))) return true;
        // The elements of what was awaited as a whole: a parameter of a lambda or the variable of a loop over it.
        var isElement = task is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } || use.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ForEachStatementSyntax>().Any();
        return isElement && await.Descendants().OfType<IInvocationOperation>().Any(one => one.TargetMethod.Name is "WhenAll" or "WhenAny");
    }

    private static bool IsContinuation(IAnonymousFunctionOperation lambda)
    {
        IOperation? one = lambda.Parent;
        while (one is IDelegateCreationOperation or IConversionOperation or IArgumentOperation) one = one.Parent;
        return one is IInvocationOperation { TargetMethod.Name: "ContinueWith" };
    }

    private static ISymbol? SymbolOf(IOperation? value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IArrayElementReferenceOperation element => SymbolOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => SymbolOf(element.Instance),
        _ => null,
    };
}
