using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a value of a type can do at all: a number sizes things but holds no quote; a date holds nothing.</summary>
internal static class TypeDanger
{
    /// <summary>Whether values of the type are sizes, counts and times: nothing that a parser reads.</summary>
    public static bool IsNumber(ITypeSymbol? type) => Of(type) == (Danger.Amount | Danger.Length);

    public static Danger Of(ITypeSymbol? type)
    {
        if (type is null) return Danger.All;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (type is INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 1, Name: "Task" or "ValueTask" } task && task.ContainingNamespace?.Name == "Tasks") type = task.TypeArguments[0];
        if (type.TypeKind == TypeKind.Enum) return Danger.None;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_Void:
                return Danger.None;
            case SpecialType.System_Char:
                return Danger.All & ~(Danger.Amount | Danger.Length | Danger.Backtracking);
            case SpecialType.System_SByte or SpecialType.System_Byte:
                return Danger.Secret | Danger.LocalData | Danger.Text;
            // Too small to size anything that matters.
            case SpecialType.System_Int16 or SpecialType.System_UInt16:
                return Danger.None;
            case SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
                or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime:
                return Danger.Amount | Danger.Length;
        }

        return TypeNames.Full(type.OriginalDefinition) switch
        {
            "System.Guid" or "System.TimeOnly" or "System.Version" => Danger.None,
            "System.TimeSpan" or "System.DateTimeOffset" or "System.DateOnly" or "System.Numerics.BigInteger" or "System.Int128" or "System.UInt128" or "System.Half" or "System.Index" or "System.Range" => Danger.Amount | Danger.Length,
            "System.Net.IPAddress" or "System.Net.IPEndPoint" => Danger.Host,
            _ => Danger.All,
        };
    }
}
