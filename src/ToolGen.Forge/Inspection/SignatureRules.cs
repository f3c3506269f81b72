using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ToolGen.Forge.Inspection;

/// <summary>Decodes signatures to names of types, as the list spells them, and asks for each whether it may be named. No pointers of any kind, no typed references, nothing pinned.</summary>
internal sealed class SignatureRules(MetadataReader metadata, Func<TypeReferenceHandle, string> reference) : ISignatureTypeProvider<string, object?>
{
    /// <summary>Of one signature in bytes: its reader recurses once a byte or two.</summary>
    public const int MaximumLength = 4_096;

    private static readonly string[] Modifiers = ["System.Runtime.CompilerServices.IsExternalInit", "System.Runtime.InteropServices.InAttribute"];

    // Values of these hold borrowed buffers: a copy could give one back twice.
    private static readonly string[] Uncopied =
        ["System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.Text.StringBuilder+AppendInterpolatedStringHandler"];

    private delegate T Decode<T>(SignatureDecoder<string, object?> decoder, ref BlobReader reader);

    /// <summary>Whether a value of the type is never copied, stored or handed on.</summary>
    public static bool IsUncopied(string type) => Uncopied.Contains(type);

    public MethodSignature<string> Method(BlobHandle blob)
    {
        var signature = this.Read(blob, static (SignatureDecoder<string, object?> decoder, ref BlobReader reader) => decoder.DecodeMethodSignature(ref reader));
        if (signature.Header.CallingConvention != SignatureCallingConvention.Default || signature.Header.HasExplicitThis) throw RefusedException.Code("a method of another calling convention");
        return signature;
    }

    public string Field(BlobHandle blob) =>
        this.Read(blob, static (SignatureDecoder<string, object?> decoder, ref BlobReader reader) => decoder.DecodeFieldSignature(ref reader));

    public ImmutableArray<string> Locals(BlobHandle blob) =>
        this.Read(blob, static (SignatureDecoder<string, object?> decoder, ref BlobReader reader) => decoder.DecodeLocalSignature(ref reader));

    public ImmutableArray<string> Arguments(BlobHandle blob) =>
        this.Read(blob, static (SignatureDecoder<string, object?> decoder, ref BlobReader reader) => decoder.DecodeMethodSpecificationSignature(ref reader));

    public string Type(BlobHandle blob) =>
        this.Read(blob, static (SignatureDecoder<string, object?> decoder, ref BlobReader reader) => decoder.DecodeType(ref reader));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reference(handle);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => TypeNames.Of(metadata, handle);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => throw RefusedException.Undecodable("a signature inside a signature");

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        typeCode == PrimitiveTypeCode.TypedReference ? throw RefusedException.Code("a typed reference") : "System." + typeCode;

    public string GetPointerType(string elementType) => throw RefusedException.Code("a pointer");

    public string GetFunctionPointerType(MethodSignature<string> signature) => throw RefusedException.Code("a function pointer");

    public string GetPinnedType(string elementType) => throw RefusedException.Code("a pinned local");

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetSZArrayType(string elementType) => Held(elementType) + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{Held(elementType)}[{new string(',', Math.Clamp(shape.Rank, 1, 32) - 1)}]";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(",", typeArguments.Select(Held))}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        Modifiers.Contains(modifier) ? unmodifiedType : throw RefusedException.Code($"the modifier `{modifier}`");

    private static string Held(string type) => IsUncopied(type) ? throw RefusedException.Code($"`{type}` as a value that is handed on") : type;

    private T Read<T>(BlobHandle blob, Decode<T> decode)
    {
        var reader = metadata.GetBlobReader(blob);
        if (reader.Length > MaximumLength) throw RefusedException.Undecodable("a signature that is too long");
        var value = decode(new SignatureDecoder<string, object?>(this, metadata, null), ref reader);
        return reader.RemainingBytes == 0 ? value : throw RefusedException.Undecodable("a signature with more behind it");
    }
}
