using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>What ends a wait other than a token.</summary>
internal static class Bounds
{
    private static readonly string[] InMemory = ["System.IO.MemoryStream", "System.IO.StringReader", "System.IO.StringWriter", "System.IO.UnmanagedMemoryStream"];

    /// <summary>Whether a value is a timeout that never comes.</summary>
    public static bool IsInfinite(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        if (value.ConstantValue is { HasValue: true, Value: int or long } constant) return Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture) is -1 or int.MaxValue or long.MaxValue;
        return value switch
        {
            IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan" or "MaxValue" } field } => field.ContainingType.Name is "Timeout" or "TimeSpan",
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "TimeSpan" } } call when name.StartsWith("From", StringComparison.Ordinal) =>
                call.Arguments.FirstOrDefault()?.Value is { } first && (IsInfinite(first) || first.ConstantValue is { HasValue: true, Value: -1.0 }),
            IObjectCreationOperation { Type.Name: "TimeSpan", Arguments: [.., { Value.ConstantValue: { HasValue: true, Value: -1 } }] } => true,
            _ => false,
        };
    }

    /// <summary>Whether a call is given a timeout that comes.</summary>
    public static bool HasTimeout(IInvocationOperation call) => call.Arguments.Any(one =>
        one.Parameter is { } parameter && one.ArgumentKind == ArgumentKind.Explicit && parameter.Name.IndexOf("timeout", StringComparison.OrdinalIgnoreCase) >= 0 && !IsInfinite(one.Value)
        && (parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 || parameter.Type.Is("System.TimeSpan")));

    /// <summary>Whether the answer of a call is waited for with an end: <c>call.WaitAsync(…)</c>.</summary>
    public static bool IsWaitedWithEnd(IOperation call)
    {
        for (var one = call.Parent; one is IInvocationOperation or IConversionOperation or IArgumentOperation; one = one.Parent)
            if (one is IInvocationOperation { TargetMethod.Name: "WaitAsync" }) return true;
        return false;
    }

    /// <summary>Whether the call reads and writes memory alone.</summary>
    public static bool IsInMemory(IInvocationOperation call) =>
        call.Arguments.Select(one => one.Value).Append(call.Instance).Any(one => one is not null && Array.Exists(InMemory, type => Inner(one).Type.IsA(type)));

    /// <summary>Whether what was written by hand sets an end: a timeout of the object, or a source that cancels after a time.</summary>
    /// <param name="operation">Where it waits.</param>
    /// <param name="isStream">Whether it reads a body that is still coming: the timeout of a client ends with the headers.</param>
    public static bool AreSetAround(IOperation operation, bool isStream = false)
    {
        var type = operation.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault();
        return type is not null && type.DescendantNodes().Any(one => IsBound(one, isStream));
    }

    private static bool IsBound(SyntaxNode node, bool isStream) => node switch
    {
        AssignmentExpressionSyntax { Left: var left, Right: var right } when !isStream => NameOf(left).EndsWith("Timeout", StringComparison.Ordinal) && right.ToString() is var text && text.IndexOf("Infinite", StringComparison.Ordinal) < 0 && text is not ("0" or "-1"),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancelAfter" } } => true,
        _ => false,
    };

    private static string NameOf(ExpressionSyntax left) => left is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : left is IdentifierNameSyntax name ? name.Identifier.ValueText : "";

    private static IOperation Inner(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value;
    }
}
