using System;
using System.Collections.Generic;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ToolGen.Forge.Inspection;

/// <summary>The bytes of constant lists and texts that the compiler lays beside the code, in fields of <c>&lt;PrivateImplementationDetails&gt;</c>.</summary>
internal sealed class ConstantData
{
    public const string Holder = "<PrivateImplementationDetails>";

    private readonly Dictionary<EntityHandle, int> sizes = [];

    /// <summary>Reads the fields; throws where data lies anywhere else, or is shorter than it says.</summary>
    public ConstantData(PEReader pe, MetadataReader metadata)
    {
        foreach (var handle in metadata.FieldDefinitions)
        {
            var field = metadata.GetFieldDefinition(handle);
            var rva = field.GetRelativeVirtualAddress();
            if (rva == 0 && !field.Attributes.HasFlag(FieldAttributes.HasFieldRVA)) continue;
            if (TypeNames.Of(metadata, field.GetDeclaringType()) != Holder || !field.Attributes.HasFlag(FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.HasFieldRVA))
                throw RefusedException.Declaration("lays data beside its code");
            var size = Size(metadata, field);
            if (size <= 0 || rva <= 0 || pe.GetSectionData(rva).Length < size) throw RefusedException.Declaration("lays data beside its code that is not there");
            this.sizes.Add(handle, size);
        }
    }

    public bool IsConstant(EntityHandle handle) => this.sizes.ContainsKey(handle);

    /// <summary>In bytes; -1 for what is no constant.</summary>
    public int SizeOf(EntityHandle handle) => this.sizes.GetValueOrDefault(handle, -1);

    /// <summary>Whether a type only gives constants their size.</summary>
    public static bool IsSized(MetadataReader metadata, TypeDefinitionHandle handle) =>
        TypeNames.Of(metadata, handle).StartsWith(Holder + "+__StaticArrayInitTypeSize=", StringComparison.Ordinal)
        && metadata.GetTypeDefinition(handle) is var type && type.GetFields().Count == 0 && type.GetMethods().Count == 0;

    // FIELD, then a primitive or VALUETYPE and the sized type.
    private static int Size(MetadataReader metadata, FieldDefinition field)
    {
        var reader = metadata.GetBlobReader(field.Signature);
        if (reader.ReadByte() != 0x06) return 0;
        switch (reader.ReadByte())
        {
            case 0x04 or 0x05: return 1;
            case 0x06 or 0x07: return 2;
            case 0x08 or 0x09: return 4;
            case 0x0A or 0x0B: return 8;
            case 0x11 when reader.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type && IsSized(metadata, (TypeDefinitionHandle)type):
                return metadata.GetTypeDefinition((TypeDefinitionHandle)type).GetLayout().Size;
            default: return 0;
        }
    }
}
