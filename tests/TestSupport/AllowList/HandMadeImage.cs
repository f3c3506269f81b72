using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ToolGen.TestSupport.AllowList;

/// <summary>An assembly written row by row, for what C# cannot say: one class with one static method, and whatever a case adds.</summary>
internal sealed class HandMadeImage
{
    private readonly BlobBuilder bodies = new();
    private readonly MethodBodyStreamEncoder encoder;

    public HandMadeImage()
    {
        this.encoder = new(this.bodies);
        this.Metadata.AddModule(0, this.Metadata.GetOrAddString("Escape.dll"), this.Metadata.GetOrAddGuid(Guid.Empty), default, default);
        this.Metadata.AddAssembly(this.Metadata.GetOrAddString("Escape"), new Version(1, 0), default, default, 0, AssemblyHashAlgorithm.None);
        this.Runtime = this.Assembly("System.Runtime");
        this.Object = this.Type("System", "Object");
    }

    public MetadataBuilder Metadata { get; } = new();

    public AssemblyReferenceHandle Runtime { get; }

    public TypeReferenceHandle Object { get; }

    /// <summary>Constant data beside the code.</summary>
    public BlobBuilder Data { get; } = new();

    public CorFlags Flags { get; set; } = CorFlags.ILOnly;

    public BlobBuilder? Resources { get; set; }

    public MethodDefinitionHandle EntryPoint { get; set; }

    /// <summary>Of the class.</summary>
    public TypeAttributes Layout { get; set; } = TypeAttributes.AutoLayout;

    /// <summary>Methods of the module itself, before the class's.</summary>
    public int ModuleMethods { get; set; }

    public AssemblyReferenceHandle Assembly(string name) => this.Metadata.AddAssemblyReference(this.Metadata.GetOrAddString(name), new Version(10, 0), default, default, default, default);

    public TypeReferenceHandle Type(string space, string name, EntityHandle scope = default) =>
        this.Metadata.AddTypeReference(scope.IsNil ? this.Runtime : scope, this.Metadata.GetOrAddString(space), this.Metadata.GetOrAddString(name));

    public MemberReferenceHandle Member(EntityHandle type, string name, params byte[] signature) =>
        this.Metadata.AddMemberReference(type, this.Metadata.GetOrAddString(name), this.Metadata.GetOrAddBlob(signature));

    public BlobHandle Blob(byte[] bytes) => this.Metadata.GetOrAddBlob(bytes);

    public StandaloneSignatureHandle Locals(params byte[] signature) => this.Metadata.AddStandaloneSignature(this.Metadata.GetOrAddBlob(signature));

    /// <summary>A static method <c>void NAME()</c>, unless the signature says otherwise.</summary>
    public MethodDefinitionHandle Method(
        string name, byte[] code, StandaloneSignatureHandle locals = default, byte[]? signature = null, MethodAttributes attributes = MethodAttributes.Public | MethodAttributes.Static,
        MethodImplAttributes kind = MethodImplAttributes.IL, bool hasBody = true, bool cleared = true)
    {
        var offset = -1;
        if (hasBody)
        {
            var body = this.encoder.AddMethodBody(code.Length, 8, 0, false, locals, cleared ? MethodBodyAttributes.InitLocals : MethodBodyAttributes.None);
            new BlobWriter(body.Instructions).WriteBytes(code);
            offset = body.Offset;
        }

        return this.Metadata.AddMethodDefinition(
            attributes, kind, this.Metadata.GetOrAddString(name), this.Metadata.GetOrAddBlob(signature ?? [0x00, 0x00, 0x01]), offset, MetadataTokens.ParameterHandle(1));
    }

    /// <summary>The bytes: the module, then the class with all methods that were added.</summary>
    public ImmutableArray<byte> Build()
    {
        this.Metadata.AddTypeDefinition(default, default, this.Metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        this.Metadata.AddTypeDefinition(
            TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Abstract | this.Layout, default, this.Metadata.GetOrAddString("Escape"), this.Object,
            MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1 + this.ModuleMethods));
        var blob = new BlobBuilder();
        new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.ExecutableImage | Characteristics.Dll), new MetadataRootBuilder(this.Metadata, suppressValidation: true), this.bodies,
            mappedFieldData: this.Data.Count == 0 ? null : this.Data, managedResources: this.Resources, entryPoint: this.EntryPoint, flags: this.Flags).Serialize(blob);
        return blob.ToImmutableArray();
    }

    /// <summary>An instruction with a token.</summary>
    public static byte[] With(byte code, EntityHandle token) => [code, .. BitConverter.GetBytes(MetadataTokens.GetToken(token))];

    /// <summary>Instructions one behind the other, and a return.</summary>
    public static byte[] Code(params byte[][] parts) => [.. parts.SelectMany(part => part), 0x2A];
}
