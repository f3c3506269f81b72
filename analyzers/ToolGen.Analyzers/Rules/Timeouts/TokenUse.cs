using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>What a call does with cancellation.</summary>
internal enum TokenUse
{
    /// <summary>It takes no token.</summary>
    None,

    /// <summary>It is given one.</summary>
    Given,

    /// <summary>It, or an overload beside it, takes one and is given none.</summary>
    Missing,

    /// <summary>It is given one that the call's own cancellation does not reach.</summary>
    Unlinked,
}

/// <summary>Reads <see cref="TokenUse"/>.</summary>
internal static class TokenUses
{
    public const string Token = "System.Threading.CancellationToken";

    // Types whose own business tokens are, or to whose calls a token is no end.
    private static readonly HashSet<string> Unaffected = new(StringComparer.Ordinal)
    {
        "System.Threading.CancellationToken", "System.Threading.CancellationTokenSource", "System.Threading.Tasks.TaskCompletionSource", "System.Threading.Tasks.TaskCompletionSource`1",
        "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.TaskFactory`1",
    };

    public static TokenUse Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Unaffected.Contains(Taint.TypeNames.Full(method.ContainingType.OriginalDefinition)) || method.Name is "ContinueWith" or "ConfigureAwait" or "WithCancellation" || method.Name == "WaitAsync" && method.ContainingType.Name == "Task") return TokenUse.None;
        var given = call.Arguments.Where(one => one.Parameter?.Type.Is(Token) == true).ToArray();
        if (given.Length > 0)
        {
            if (given.All(one => one.ArgumentKind == ArgumentKind.DefaultValue || IsNone(one.Value))) return TokenUse.Missing;
            return given.Any(one => IsIdle(one.Value)) ? TokenUse.Missing : given.Any(one => IsUnlinked(one.Value)) ? TokenUse.Unlinked : TokenUse.Given;
        }

        if (call.Arguments.Any(one => one.Value.DescendantsAndSelf().Any(value => value.Type.Is(Token) && value is not IDefaultValueOperation))) return TokenUse.Given;
        return HasOverload(method.ReducedFrom ?? method) ? TokenUse.Missing : TokenUse.None;
    }

    public static bool IsNone(IOperation value) => value switch
    {
        IConversionOperation conversion => IsNone(conversion.Operand),
        IDefaultValueOperation => true,
        IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } } => true,
        IObjectCreationOperation { Arguments.Length: 0 } => true,
        _ => false,
    };

    /// <summary>The token of a source that was made here, without a time, and that nothing else ever gets hold of.</summary>
    private static bool IsIdle(IOperation value)
    {
        if (SourceOf(value) is not { } source || MadeOf(source, Root(value)) is not { Arguments.Length: 0 }) return false;
        return Root(value).Descendants().OfType<ILocalReferenceOperation>().Where(one => SymbolEqualityComparer.Default.Equals(one.Local, source)).All(one => one.Parent is IPropertyReferenceOperation { Property.Name: "Token" });
    }

    private static ILocalSymbol? SourceOf(IOperation value) => value is IPropertyReferenceOperation { Property.Name: "Token", Instance: ILocalReferenceOperation { Local: { } source } } ? source : null;

    private static IObjectCreationOperation? MadeOf(ILocalSymbol source, IOperation body) =>
        body.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, source))?.GetVariableInitializer()?.Value as IObjectCreationOperation;

    /// <summary>The token of a source that was made here alone, although the caller's own token is at hand.</summary>
    private static bool IsUnlinked(IOperation value)
    {
        var body = Root(value);
        if (SourceOf(value) is not { } source || MadeOf(source, body) is null) return false;
        // A registration, or a look at the caller's token, links the two by hand.
        return !body.Descendants().OfType<IInvocationOperation>().Any(one => one.TargetMethod.ContainingType.Is(Token) && one.TargetMethod.Name is "Register" or "UnsafeRegister" or "ThrowIfCancellationRequested");
    }

    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    private static bool HasOverload(IMethodSymbol method)
    {
        var own = method.OriginalDefinition;
        for (var type = own.ContainingType; type is not null; type = type.BaseType)
            foreach (var other in type.GetMembers(own.Name).OfType<IMethodSymbol>())
                if (other.IsStatic == own.IsStatic && other.Parameters.Length == own.Parameters.Length + 1 && other.TypeParameters.Length == own.TypeParameters.Length && other.DeclaredAccessibility == Accessibility.Public
                    && other.Parameters[own.Parameters.Length].Type.Is(Token) && own.Parameters.Zip(other.Parameters, SameType).All(same => same)) return true;
        return false;
    }

    private static bool SameType(IParameterSymbol one, IParameterSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.Type, other.Type) || one.Type.ToDisplayString() == other.Type.ToDisplayString();
}
