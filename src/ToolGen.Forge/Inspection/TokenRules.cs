using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace ToolGen.Forge.Inspection;

/// <summary>What an instruction or a declaration refers to, spelled out.</summary>
/// <param name="Type">The type that declares it, with its arguments; the type itself where it is one.</param>
/// <param name="Name">Of the member; empty for a type.</param>
/// <param name="Parameters">The types of its parameters with commas between; null for a field or type.</param>
/// <param name="IsOwn">Whether this assembly declares it.</param>
/// <param name="Arguments">Of a generic method.</param>
internal sealed record TokenUse(string Type, string Name, string? Parameters, bool IsOwn, ImmutableArray<string> Arguments)
{
    public bool IsDelegateConstructor => this is { Name: ".ctor", Parameters: "System.Object,System.IntPtr" };

    public override string ToString() => $"{this.Type}.{this.Name}{(this.Arguments.IsDefaultOrEmpty ? "" : $"<{string.Join(",", this.Arguments)}>")}";
}

/// <summary>Follows the tokens that one class uses, each through the list.</summary>
internal sealed class TokenRules
{
    private static readonly byte[] SpanOfMemory = [0x20, 0x02, 0x01, 0x0F, 0x01, 0x08];

    private readonly MetadataReader metadata;
    private readonly Usage usage;
    private readonly HashSet<EntityHandle> seen;

    /// <param name="metadata">The assembly.</param>
    /// <param name="usage">Asks the list.</param>
    /// <param name="seen">Takes the rows that were followed.</param>
    public TokenRules(MetadataReader metadata, Usage usage, HashSet<EntityHandle> seen)
    {
        this.metadata = metadata;
        this.usage = usage;
        this.seen = seen;
        this.Signatures = new(metadata, this.Reference);
    }

    public SignatureRules Signatures { get; }

    /// <summary>The type of an attribute.</summary>
    public string Attribute(CustomAttributeHandle handle)
    {
        this.seen.Add(handle);
        return this.Member(this.metadata.GetCustomAttribute(handle).Constructor) is { Name: ".ctor" } used ? used.Type : throw RefusedException.Undecodable("an attribute without a constructor");
    }

    /// <summary>An assembly that is referred to.</summary>
    public void Assembly(string name) => this.usage.Assembly(name);

    /// <summary>Notes a row that was followed elsewhere.</summary>
    public void Seen(EntityHandle handle) => this.seen.Add(handle);

    /// <summary>A type, by any handle of one.</summary>
    public string Type(EntityHandle handle)
    {
        this.seen.Add(handle);
        return handle.Kind switch
        {
            HandleKind.TypeDefinition => TypeNames.Of(this.metadata, (TypeDefinitionHandle)handle),
            HandleKind.TypeReference => this.Reference((TypeReferenceHandle)handle),
            HandleKind.TypeSpecification => this.Signatures.Type(this.metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature),
            _ => throw RefusedException.Undecodable($"a {handle.Kind} where a type stands"),
        };
    }

    /// <summary>A method or field, by any handle of one.</summary>
    public TokenUse Member(EntityHandle handle)
    {
        this.seen.Add(handle);
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = this.metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return new(TypeNames.Of(this.metadata, method.GetDeclaringType()), this.metadata.GetString(method.Name), Text(this.Signatures.Method(method.Signature)), true, []);
            case HandleKind.FieldDefinition:
                var field = this.metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return new(TypeNames.Of(this.metadata, field.GetDeclaringType()), this.metadata.GetString(field.Name), null, true, []);
            case HandleKind.MethodSpecification:
                var specification = this.metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return this.Member(specification.Method) with { Arguments = this.Signatures.Arguments(specification.Signature) };
            case HandleKind.MemberReference:
                return this.Reference(this.metadata.GetMemberReference((MemberReferenceHandle)handle));
            default:
                throw RefusedException.Undecodable($"a {handle.Kind} where a member stands");
        }
    }

    /// <summary>Whether a member is <c>ReadOnlySpan&lt;byte&gt;(void*, int)</c>, by which the compiler reads constant bytes: the one signature with a pointer that may be there.</summary>
    public bool IsSpanOfMemory(EntityHandle handle)
    {
        if (handle.Kind != HandleKind.MemberReference) return false;
        var member = this.metadata.GetMemberReference((MemberReferenceHandle)handle);
        if (member.Parent.Kind != HandleKind.TypeSpecification || !this.metadata.GetBlobReader(member.Signature).ReadBytes(this.metadata.GetBlobReader(member.Signature).Length).SequenceEqual(SpanOfMemory)) return false;
        this.seen.Add(handle);
        return this.metadata.GetString(member.Name) == ".ctor"
            && this.Type(member.Parent) is "System.ReadOnlySpan`1<System.Byte>" or "System.ReadOnlySpan`1<System.SByte>" or "System.ReadOnlySpan`1<System.Boolean>";
    }

    private static string Text(MethodSignature<string> signature) => string.Join(",", signature.ParameterTypes);

    private TokenUse Reference(MemberReference member)
    {
        if (member.Parent.Kind is not (HandleKind.TypeReference or HandleKind.TypeDefinition or HandleKind.TypeSpecification))
            throw RefusedException.Code("a member of " + member.Parent.Kind);
        var name = this.metadata.GetString(member.Name);
        var type = this.Type(member.Parent);
        var isField = member.GetKind() == MemberReferenceKind.Field;
        if (isField) this.Signatures.Field(member.Signature);
        var parameters = isField ? null : Text(this.Signatures.Method(member.Signature));
        var open = TypeNames.Open(type);

        // Arrays have the members that the runtime gives them; a type of this assembly is checked where it stands.
        var isArray = type.EndsWith(']');
        if (isArray && name is not (".ctor" or "Get" or "Set" or "Address")) throw RefusedException.Code($"a member `{name}` of an array");
        var isOwn = !isArray && (member.Parent.Kind == HandleKind.TypeDefinition || (member.Parent.Kind == HandleKind.TypeSpecification && this.IsOwn((TypeSpecificationHandle)member.Parent)));
        if (!isArray && !isOwn) this.usage.Member(open, name, parameters);
        return new(type, name, parameters, isOwn, []);
    }

    // GENERICINST, CLASS or VALUETYPE, then the type as a compressed token.
    private bool IsOwn(TypeSpecificationHandle handle)
    {
        var reader = this.metadata.GetBlobReader(this.metadata.GetTypeSpecification(handle).Signature);
        if (reader.ReadByte() != 0x15) throw RefusedException.Code("a member of something that is no type with members");
        reader.ReadByte();
        return reader.ReadTypeHandle().Kind == HandleKind.TypeDefinition;
    }

    private string Reference(TypeReferenceHandle handle)
    {
        this.seen.Add(handle);
        var (name, assembly) = TypeNames.Of(this.metadata, handle);
        this.usage.Assembly(assembly);
        this.usage.Type(name);
        return name;
    }
}
