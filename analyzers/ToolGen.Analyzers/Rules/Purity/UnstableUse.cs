using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Rules.Authority;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Operations whose value is not the same for the same arguments, beside the machine's clock, chance and surroundings.</summary>
internal static class UnstableUse
{
    /// <summary>What it is and what to do about it; null: nothing.</summary>
    public static (string Name, string Remedy)? Of(IOperation operation, AmbientTypes types)
    {
        if (AmbientUse.Of(operation, types) is { } use && Remedy(use.Kind) is { } remedy && !IsMeasure(operation)) return (use.Name, remedy);
        if (Cultures.Of(operation) is { } culture) return (culture, "Give it CultureInfo.InvariantCulture, StringComparison.Ordinal or StringComparer.Ordinal");
        if (Disorder.Of(operation) is { } disorder) return disorder;
        return operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "GetHashCode", Parameters.Length: 0 } method } when IsRandomHash(method.ContainingType) => ("GetHashCode", "Hash with SHA256 or another hash that is the same in every process"),
            IInvocationOperation { TargetMethod: { ContainingType: var type } method } when type.Is("System.HashCode") && method.Name is "Combine" or "ToHashCode" => ("HashCode." + method.Name, "Hash with SHA256 or another hash that is the same in every process"),
            IInvocationOperation { TargetMethod: { Name: "GetHashCode", IsStatic: true, ContainingType: var type } } when type.Is("System.Runtime.CompilerServices.RuntimeHelpers") => ("RuntimeHelpers.GetHashCode", "Name things by their values"),
            IInvocationOperation { TargetMethod: { Name: "AsParallel", ContainingType: var type } } when type.Is("System.Linq.ParallelEnumerable") && !IsOrdered(operation) => ("AsParallel", "Add `AsOrdered()`, or compute in order"),
            IInvocationOperation { TargetMethod: { Name: "WhenAny" or "WaitAny" or "WhenEach", ContainingType: var type } method } when type.Is("System.Threading.Tasks.Task") => ("Task." + method.Name, "Wait for all and choose by value"),
            IObjectCreationOperation { Type: { } type } when type.Is("System.Collections.Concurrent.ConcurrentBag") => ("ConcurrentBag", "Collect by index, or sort what was collected"),
            IPropertyReferenceOperation { Property: { Name: "CurrentManagedThreadId" or "CurrentThread" or "CurrentId" } property } => ($"{property.ContainingType.Name}.{property.Name}", "Answer from the arguments alone"),
            IPropertyReferenceOperation { Property: { Name: "ManagedThreadId" } } => ("Thread.ManagedThreadId", "Answer from the arguments alone"),
            IInvocationOperation { TargetMethod: { Name: "GetCurrentProcessorId" or "GetTotalMemory" or "GetAllocatedBytesForCurrentThread" or "CollectionCount" } method } => (method.Name, "Answer from the arguments alone"),
            _ => null,
        };
    }

    private static string? Remedy(AmbientKind kind) => kind switch
    {
        AmbientKind.Clock => "Take the time as an argument",
        AmbientKind.Random => "Take the seed or the choice as an argument",
        AmbientKind.Environment or AmbientKind.Process => "Take the value as an argument",
        AmbientKind.Zone => "Take the zone or the culture as an argument, or use the invariant culture",
        _ => null,
    };

    // How long it took is told to operators, not to callers.
    private static bool IsMeasure(IOperation operation) => (operation is IInvocationOperation call ? call.TargetMethod.ContainingType : operation.Type) is { Name: "Stopwatch" } && !Flows(operation);

    private static bool Flows(IOperation operation)
    {
        var body = operation;
        while (body.Parent is { } parent) body = parent;
        return body.Descendants().OfType<IReturnOperation>().Any(answer => answer.Descendants().Any(one => one.Type.Is("System.Diagnostics.Stopwatch") || one is IPropertyReferenceOperation { Property.Name: "ElapsedMilliseconds" or "Elapsed" or "ElapsedTicks" }));
    }

    private static bool IsRandomHash(INamedTypeSymbol type) => type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_ValueType;

    private static bool IsOrdered(IOperation query)
    {
        for (var one = query.Parent; one is IInvocationOperation or IArgumentOperation or IConversionOperation; one = one.Parent)
            if (one is IInvocationOperation { TargetMethod.Name: var name } && (name.StartsWith("AsOrdered", StringComparison.Ordinal) || name.StartsWith("OrderBy", StringComparison.Ordinal) || name is "Sum" or "Count" or "Min" or "Max" or "Any" or "All" or "LongCount")) return true;
        return false;
    }
}
