using System.Reflection.Metadata;

namespace ToolGen.Forge.Inspection;

/// <summary>Full names of types, nested ones behind <c>+</c>; the list speaks them.</summary>
internal static class TypeNames
{
    private const int MaximumNesting = 16;

    /// <summary>The name of a type of another assembly, and that assembly.</summary>
    public static (string Name, string Assembly) Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var suffix = "";
        for (var depth = 0; depth < MaximumNesting; depth++)
        {
            var type = metadata.GetTypeReference(handle);
            var name = metadata.GetString(type.Name) + suffix;
            switch (type.ResolutionScope.Kind)
            {
                case HandleKind.TypeReference:
                    suffix = "+" + name;
                    handle = (TypeReferenceHandle)type.ResolutionScope;
                    continue;
                case HandleKind.AssemblyReference:
                    var assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                    return ($"{metadata.GetString(type.Namespace)}.{name}".TrimStart('.'), metadata.GetString(assembly.Name));
                default:
                    throw RefusedException.Declaration("refers to a type through " + (type.ResolutionScope.IsNil ? "no assembly" : type.ResolutionScope.Kind));
            }
        }

        throw RefusedException.Undecodable("a type nested too deep");
    }

    /// <summary>The name of a type of this assembly.</summary>
    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var suffix = "";
        for (var depth = 0; depth < MaximumNesting; depth++)
        {
            var type = metadata.GetTypeDefinition(handle);
            var name = metadata.GetString(type.Name) + suffix;
            if (type.GetDeclaringType() is not { IsNil: false } outer) return $"{metadata.GetString(type.Namespace)}.{name}".TrimStart('.');
            suffix = "+" + name;
            handle = outer;
        }

        throw RefusedException.Undecodable("a type nested too deep");
    }

    /// <summary>The name of the type around it that nothing is around.</summary>
    public static string Outermost(string name) => name.IndexOf('+') is > 0 and var plus ? name[..plus] : name;

    /// <summary>The generic type of an instance: <c>List`1</c> of <c>List`1&lt;Int32&gt;</c>.</summary>
    public static string Open(string name) => name.IndexOf('<', name.IndexOf('`') is > 0 and var tick ? tick : name.Length) is > 0 and var angle ? name[..angle] : name;
}
