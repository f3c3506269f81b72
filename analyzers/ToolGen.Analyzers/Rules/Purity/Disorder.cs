using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Orders that threads or salted hashes decide.</summary>
internal static class Disorder
{
    private static readonly HashSet<string> Salted = new(StringComparer.Ordinal)
    {
        "System.Collections.Immutable.ImmutableDictionary`2", "System.Collections.Immutable.ImmutableDictionary`2+Builder", "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Immutable.ImmutableHashSet`1+Builder",
        "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Hashtable",
    };

    private static readonly HashSet<string> OrderFree =
        ["Sum", "Count", "LongCount", "Any", "All", "Contains", "Min", "Max", "MinBy", "MaxBy", "ToDictionary", "ToHashSet", "ToImmutableDictionary", "ToImmutableHashSet", "ToImmutableSortedDictionary", "ToFrozenDictionary", "ToFrozenSet", "SequenceEqual"];

    public static (string Name, string Remedy)? Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: var type } method } call when type.Is("System.Threading.Tasks.Parallel") && call.Arguments.Any(one => one.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation body } && Gathers(body)) =>
            ($"Parallel.{method.Name}", "Write each result to its own place, and put them together in order"),
        IInvocationOperation { TargetMethod: { ContainingType: var type } method, Arguments: [{ Value: var source }, ..] } call when type.Is("System.Linq.Enumerable") && IsSalted(source) && !IsOrderFree(call) =>
            ($"{Plain(source).Type!.Name}, whose order its hashes decide, in {method.Name}", "Order by something that no two entries share"),
        _ => null,
    };

    /// <summary>Whether a body that runs in several threads puts results together where they meet.</summary>
    private static bool Gathers(IAnonymousFunctionOperation body) => body.Body.Descendants().Any(one => one switch
    {
        ICompoundAssignmentOperation { Target: { Type: { } type } target } => IsOutside(target, body) && type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_String or SpecialType.System_Decimal,
        IInvocationOperation { Instance: { Type: { } type } store, TargetMethod.Name: "Add" or "Enqueue" or "Push" or "Append" or "AppendLine" or "Insert" } => IsOutside(store, body) && (type.Name == "StringBuilder" || type.AllInterfaces.Any(face => face.Name == "IEnumerable")) && !IsSet(type),
        _ => false,
    });

    private static bool IsSet(ITypeSymbol type) => type.AllInterfaces.Any(one => one.Name is "ISet" or "IDictionary");

    private static bool IsOutside(IOperation value, IAnonymousFunctionOperation body) => value switch
    {
        ILocalReferenceOperation { Local: { } local } => !local.DeclaringSyntaxReferences.Any(one => body.Syntax.Span.Contains(one.Span)),
        IFieldReferenceOperation => true,
        _ => false,
    };

    private static IOperation Plain(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value;
    }

    private static bool IsSalted(IOperation source) => Plain(source).Type is INamedTypeSymbol type && Salted.Contains(Taint.TypeNames.Full(type.OriginalDefinition))
        && (type.TypeArguments.IsEmpty || type.TypeArguments[0].SpecialType is SpecialType.System_String or SpecialType.System_Object || !type.TypeArguments[0].IsValueType);

    private static bool IsOrderFree(IInvocationOperation call)
    {
        for (IOperation? one = call; one is IInvocationOperation or IArgumentOperation or IConversionOperation; one = one.Parent)
            if (one is IInvocationOperation { TargetMethod: { } method } next && (OrderFree.Contains(method.Name) || IsTotal(next))) return true;
        return false;
    }

    // Ordered by the key, which is there once.
    private static bool IsTotal(IInvocationOperation call) => call.TargetMethod.Name is "Order" or "OrderDescending"
        || (call.TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("ThenBy", StringComparison.Ordinal))
        && call.Arguments.Any(one => one.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } key }] } } && (key is IParameterReferenceOperation || key is IPropertyReferenceOperation { Property.Name: "Key" }));
}
