using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules;

/// <summary>Whether text or bytes are the same in every run: written in the code, made only of what is, or never filled.</summary>
internal static class FixedBytes
{
    private const int Furthest = 8;

    public static bool Are(IOperation value, int depth = 0)
    {
        if (depth > Furthest) return false;
        foreach (var one in Origins.Of(value))
        {
            if (one is ILocalReferenceOperation local && IsFilled(local)) return false;
            if (one.ConstantValue is { HasValue: true, Value: not null }) return true;
        }

        return IsMadeOfFixed(Origins.Last(value), depth + 1);
    }

    private static bool IsMadeOfFixed(IOperation made, int depth) => made switch
    {
        IUtf8StringOperation => true,
        IArrayCreationOperation { Initializer: { } written } => written.ElementValues.All(element => Are(element, depth)),
        IArrayCreationOperation array => array.DimensionSizes.All(size => size.ConstantValue.HasValue || IsLength(size)),
        ICollectionExpressionOperation collection => collection.Elements.All(element => Are(element is ISpreadOperation spread ? spread.Operand : element, depth)),
        IDefaultValueOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Are(sum.LeftOperand, depth) && Are(sum.RightOperand, depth),
        IImplicitIndexerReferenceOperation range => Are(range.Instance, depth),
        IArrayElementReferenceOperation slice when slice.Type is IArrayTypeSymbol => Are(slice.ArrayReference, depth),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().All(part => Are(part.Expression, depth)),
        IObjectCreationOperation { Type: { } type } creation when type.IsTextOrBytes() || type.Is("System.Guid") => creation.Arguments.All(argument => Are(argument.Value, depth)),
        IInvocationOperation call => IsPure(call.TargetMethod) && (call.Instance is null || Are(call.Instance, depth) || IsEncoding(call.Instance.Type)) && call.Arguments.All(argument => Are(argument.Value, depth)),
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { } type } } => IsEncoding(type),
        IPropertyReferenceOperation { Property: { IsStatic: false, Name: "Length" }, Instance: { } of } => Are(of, depth),
        _ => false,
    };

    private static bool IsPure(IMethodSymbol method) => method.ContainingType is { } type
        && (IsEncoding(type) || type.SpecialType == SpecialType.System_String || type.Is("System.Convert") || type.Is("System.Linq.Enumerable") || type.Is("System.MemoryExtensions") || type.Is("System.BitConverter")
            || type.Is("System.Array") && method.Name == "Empty" || type.IsTextOrBytes() || type.Is("System.Guid") && method.Name is "Parse" or "ToByteArray"
            || (type.IsOrDerives(TypeNames.Cryptography + ".HashAlgorithm") && method.Name is "HashData" or "ComputeHash") || method.Name is "ToArray");

    private static bool IsEncoding(ITypeSymbol? type) => type.IsOrDerives("System.Text.Encoding") || type.Is("System.StringComparison");

    private static bool IsLength(IOperation size) => Origins.Plain(size) is IPropertyReferenceOperation { Property.Name: "Length" or "Count" } or IBinaryOperation;

    // Whatever the array is given to may fill it, and so may an element that is set; a cipher only reads.
    private static bool IsFilled(ILocalReferenceOperation local) => local.Type.IsTextOrBytes() && local.Local.Type.SpecialType != SpecialType.System_String && Origins.Uses(local, local.Local).Any(Fills);

    private static bool Fills(ILocalReferenceOperation use)
    {
        for (IOperation? at = use; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IImplicitIndexerReferenceOperation:
                    continue;
                case IArrayElementReferenceOperation element:
                    if (element.Type is IArrayTypeSymbol) continue;
                    return element.Parent is IAssignmentOperation assignment && assignment.Target == element && !assignment.Value.ConstantValue.HasValue;
                case IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" or "Slice" }:
                    continue;
                case IInvocationOperation { Instance: { } receiver } call when receiver == at:
                    return call.TargetMethod.Name is not ("ToArray" or "CopyTo" or "GetBytes" or "ToString" or "Clone" or "TryCopyTo");
                case IArgumentOperation argument:
                    if (argument.Parent is IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" or "Slice" }) continue;
                    return !OnlyReads(argument);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool OnlyReads(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation { TargetMethod: { } method } => Reads(method, argument.Parameter),
        IObjectCreationOperation { Type: { } type } => type.SpecialType == SpecialType.System_String || type.IsIn(TypeNames.Cryptography),
        _ => false,
    };

    private static bool Reads(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter?.Type is INamedTypeSymbol { Name: "ReadOnlySpan" or "ReadOnlyMemory" }
        || (method.ContainingType.IsIn(TypeNames.Cryptography) && parameter?.Name is "nonce" or "iv" or "rgbIV" or "key" or "rgbKey" or "salt" or "plaintext" or "ciphertext" or "associatedData" or "buffer" or "source" or "password" or "data"
            && method.ContainingType?.Name is not "RandomNumberGenerator")
        || method.Name is "Reverse" or "Sort" or "ToBase64String" or "ToHexString" or "Concat" or "ToArray" or "SequenceEqual"
        || (method.Name is "BlockCopy" or "Copy" or "CopyTo" && parameter?.Name is "src" or "sourceArray" or "source");
}
