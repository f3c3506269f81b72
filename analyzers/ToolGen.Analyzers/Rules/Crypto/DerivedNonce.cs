using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>Whether a nonce is made of nothing but what a caller gives: the same call has the same nonce. One that counts, or has chance in it, is none of those.</summary>
internal static class DerivedNonce
{
    public static bool Is(IOperation nonce)
    {
        if (Origins.Plain(nonce) is not ILocalReferenceOperation local || Origins.Last(local) is not IArrayCreationOperation { Initializer: null }) return false;
        var given = Origins.Uses(local, local.Local).Select(WrittenWith).OfType<IOperation>().ToArray();
        return given.Length > 0 && given.All(IsOfCaller);
    }

    // The value in BinaryPrimitives.WriteInt64BigEndian(nonce, value), BitConverter.TryWriteBytes(nonce, value), encoding.GetBytes(value, nonce).
    private static IOperation? WrittenWith(ILocalReferenceOperation use)
    {
        IOperation at = use;
        while (at.Parent is IConversionOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AsSpan" } } or IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice" }) at = at.Parent;
        if (at.Parent is not IArgumentOperation { Parent: IInvocationOperation call } argument || call.TargetMethod.ContainingType.IsIn(TypeNames.Cryptography)) return null;
        var isWriting = call.TargetMethod.ContainingType.Is("System.Buffers.Binary.BinaryPrimitives") || call.TargetMethod.Name is "TryWriteBytes" or "GetBytes" || call.TargetMethod.Name is "Copy" or "BlockCopy" or "CopyTo";
        return isWriting ? call.Arguments.FirstOrDefault(one => one != argument)?.Value ?? call : call;
    }

    private static bool IsOfCaller(IOperation value) => Origins.Last(value) is IParameterReferenceOperation { Parameter.Name: var name } && !NameWords.Of(name).Any(word => word is "counter" or "count" or "sequence" or "seq" or "index" or "chunk" or "block" or "record" or "frame" or "packet" or "nonce" or "iv");
}
