using System;
using System.Linq;
using System.Reflection.Metadata;

namespace ToolGen.Forge.Inspection;

/// <summary>Decodes arguments of attributes; a type among them is one of this assembly.</summary>
internal sealed class AttributeValues(MetadataReader metadata, TokenRules tokens) : ICustomAttributeTypeProvider<string>
{
    private static readonly string[] Enums = ["System.Diagnostics.DebuggableAttribute+DebuggingModes", "System.Diagnostics.DebuggerBrowsableState"];

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetSystemType() => "System.Type";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => TypeNames.Of(metadata, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => tokens.Type(handle);

    public string GetTypeFromSerializedName(string name) =>
        metadata.TypeDefinitions.Any(handle => TypeNames.Of(metadata, handle) == name) ? name : throw RefusedException.Code($"the type `{name}` in an attribute");

    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => Enums.Contains(type) ? PrimitiveTypeCode.Int32 : throw RefusedException.Undecodable($"the enum `{type}` in an attribute");

    public bool IsSystemType(string type) => type == "System.Type";
}
