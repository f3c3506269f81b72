using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Calls that take the culture of the thread where none is given.</summary>
internal static class Cultures
{
    private static readonly HashSet<string> Shaped = new(StringComparer.Ordinal)
    {
        "System.Double", "System.Single", "System.Decimal", "System.Half", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly",
    };

    /// <summary>The call; null: it has no culture, or is given one.</summary>
    public static string? Of(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { } method } call || call.Arguments.Any(one => IsGiven(one))) return null;
        var type = (call.Instance?.Type ?? method.ContainingType).OriginalDefinition;
        var isString = type.SpecialType == SpecialType.System_String;
        var takesCulture = method.Name switch
        {
            "ToUpper" or "ToLower" => isString && method.Parameters.Length == 0,
            "Compare" => isString && method.IsStatic,
            "CompareTo" => isString,
            "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" => isString && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..],
            "Format" => isString,
            "ToString" => IsShaped(type) && !IsRoundTrip(call) || IsInteger(type) && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string format } }, ..] && format.IndexOfAny(['N', 'n', 'C', 'c', 'P', 'p', ',']) >= 0,
            "Parse" or "TryParse" => method.IsStatic && IsShaped(method.ContainingType),
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" => method.ContainingType.Is("System.Linq.Enumerable") && method.TypeArguments.LastOrDefault()?.SpecialType == SpecialType.System_String && !HasComparer(call),
            "Sort" => method.ContainingType.Is("System.Collections.Generic.List") && method.Parameters.Length == 0 && method.ContainingType.TypeArguments[0].SpecialType == SpecialType.System_String,
            _ => false,
        };
        return takesCulture ? $"{type.Name}.{method.Name}" : null;
    }

    private static bool IsGiven(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { Type: { } type }
        && (type.Is("System.StringComparison") || type.Is("System.IFormatProvider") || type.Is("System.Globalization.CultureInfo") || type.Is("System.Globalization.CompareOptions"));

    private static bool HasComparer(IInvocationOperation call) => call.Arguments.Any(one => one.Parameter?.Type.Name == "IComparer");

    private static bool IsShaped(ITypeSymbol type) => Shaped.Contains(Taint.TypeNames.Full(type)) || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    // Formats that are the same in every culture.
    private static bool IsRoundTrip(IInvocationOperation call) => call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: "O" or "o" or "R" or "r" or "s" or "u" } }, ..];
}
