using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace ToolGen.Forge.Inspection;

/// <summary>What a type, field or method may be, by its flags and signature.</summary>
internal sealed class DeclarationRules(MetadataReader metadata, TokenRules tokens)
{
    private const MethodImplAttributes Hints = MethodImplAttributes.NoInlining | MethodImplAttributes.AggressiveInlining;
    private const MethodImplAttributes Async = (MethodImplAttributes)0x2000;

    public void Type(TypeDefinitionHandle handle, string name)
    {
        var type = metadata.GetTypeDefinition(handle);
        if (name == "<Module>" && (type.GetFields().Count > 0 || type.GetMethods().Count > 0)) throw RefusedException.Declaration("runs code when the module is loaded");
        if (type.Attributes.HasFlag(TypeAttributes.Import) || type.Attributes.HasFlag(TypeAttributes.HasSecurity)) throw RefusedException.Declaration("is no plain type");
        this.Layout(handle, type);
        if (!type.BaseType.IsNil) tokens.Type(type.BaseType);
        foreach (var contract in type.GetInterfaceImplementations()) tokens.Type(metadata.GetInterfaceImplementation(contract).Interface);
        foreach (var implementation in type.GetMethodImplementations().Select(metadata.GetMethodImplementation))
        {
            tokens.Member(implementation.MethodDeclaration);
            tokens.Member(implementation.MethodBody);
        }

        this.Parameters(type.GetGenericParameters());
        if (CompilerHelpers.Length(name) is not null && type.GetMethods().Count + type.GetNestedTypes().Length + (type.GetFields().Count - 1) != 0) throw RefusedException.Declaration("is no inline array of the compiler's");
    }

    public void Field(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        if (field.Attributes.HasFlag(FieldAttributes.HasFieldMarshal) || field.Attributes.HasFlag(FieldAttributes.PinvokeImpl)) throw RefusedException.Declaration("is marshalled to native code");
        var type = tokens.Signatures.Field(field.Signature);
        if (SignatureRules.IsUncopied(type)) throw RefusedException.Code($"a `{type}` that is kept");
    }

    public void Method(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        var signature = tokens.Signatures.Method(method.Signature);
        if (signature.ParameterTypes.Append(signature.ReturnType).FirstOrDefault(SignatureRules.IsUncopied) is { } held) throw RefusedException.Code($"a `{held}` that is handed on");
        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)) throw RefusedException.Declaration("calls native code (P/Invoke)");
        if (method.Attributes.HasFlag(MethodAttributes.HasSecurity) || method.Attributes.HasFlag(MethodAttributes.RequireSecObject)) throw RefusedException.Declaration("declares security of its own");
        if (metadata.GetString(method.Name) == "Finalize" && signature.ParameterTypes.IsEmpty) throw RefusedException.Declaration("is a finalizer, which runs when nobody called the tool");
        this.Parameters(method.GetGenericParameters());
        var kind = method.ImplAttributes & ~Hints & ~Async;
        if (kind == MethodImplAttributes.Runtime)
        {
            if (method.RelativeVirtualAddress != 0 || !this.IsDelegate(method.GetDeclaringType())) throw RefusedException.Declaration("is left to the runtime");
        }
        else if (kind != MethodImplAttributes.IL)
        {
            throw RefusedException.Declaration($"is no plain managed method ({kind})");
        }
        else if (method.RelativeVirtualAddress == 0 != method.Attributes.HasFlag(MethodAttributes.Abstract))
        {
            throw RefusedException.Declaration("has no body");
        }
    }

    private void Parameters(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()).Select(metadata.GetGenericParameterConstraint))
            tokens.Type(constraint.Type);
    }

    // The compiler gives an empty struct the size 1; its constant data stand in types that are nothing but a size.
    private void Layout(TypeDefinitionHandle handle, TypeDefinition type)
    {
        if (ConstantData.IsSized(metadata, handle)) return;
        if ((type.Attributes & TypeAttributes.LayoutMask) is not (TypeAttributes.AutoLayout or TypeAttributes.SequentialLayout)) throw RefusedException.Declaration("places its fields by hand (explicit layout)");
        var layout = type.GetLayout();
        if (!layout.IsDefault && layout is not { PackingSize: 0, Size: 1 }) throw RefusedException.Declaration("sets its own size or packing");
    }

    private bool IsDelegate(TypeDefinitionHandle handle) => metadata.GetTypeDefinition(handle).BaseType is { IsNil: false } parent && tokens.Type(parent) == "System.MulticastDelegate";
}
