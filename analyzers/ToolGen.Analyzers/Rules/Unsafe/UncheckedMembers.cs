namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>Which members of the classes for memory check nothing. Those that check lengths (<c>MemoryMarshal.Read</c>, <c>Cast</c>), or only measure or release, are not among them.</summary>
internal static class UncheckedMembers
{
    public static bool IsOfMarshal(string name) => name switch
    {
        "Copy" or "PtrToStructure" or "StructureToPtr" or "UnsafeAddrOfPinnedArrayElement" or "GetObjectForIUnknown" or "GetUniqueObjectForIUnknown" or "GetTypedObjectForIUnknown"
            or "GetObjectForNativeVariant" or "GetNativeVariantForObject" or "QueryInterface" or "InitHandle" => true,
        _ => name.StartsWith("Read", System.StringComparison.Ordinal) || name.StartsWith("Write", System.StringComparison.Ordinal) || name.StartsWith("Alloc", System.StringComparison.Ordinal)
            || name.StartsWith("ReAlloc", System.StringComparison.Ordinal) || name.StartsWith("PtrToString", System.StringComparison.Ordinal) || name.StartsWith("StringTo", System.StringComparison.Ordinal)
            || name.StartsWith("SecureStringTo", System.StringComparison.Ordinal),
    };

    public static bool IsRelease(string name) => name is "Free" or "AlignedFree";

    public static bool IsOfUnsafe(string name) => name is not ("SizeOf" or "BitCast" or "AreSame" or "IsNullRef" or "NullRef" or "IsAddressLessThan" or "IsAddressGreaterThan"
        or "IsAddressLessThanOrEqualTo" or "IsAddressGreaterThanOrEqualTo" or "ByteOffset");

    public static bool IsOfMemoryMarshal(string name) => name is "CreateSpan" or "CreateReadOnlySpan" or "CreateReadOnlySpanFromNullTerminated" or "GetReference" or "GetArrayDataReference"
        or "AsMemory" or "CreateFromPinnedArray";
}
