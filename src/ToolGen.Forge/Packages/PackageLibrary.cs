using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Basic.Reference.Assemblies;
using ToolGen.Forge.Inspection;
using ToolGen.Specification.Members;

namespace ToolGen.Forge.Packages;

/// <summary>One library of a package, as metadata tells it; none of it is loaded here.</summary>
internal static class PackageLibrary
{
    /// <summary>Names that workers answer for themselves.</summary>
    private static readonly FrozenSet<string> Framework = Net100.ReferenceInfos.All.Select(info => System.IO.Path.GetFileNameWithoutExtension(info.FileName))
        .Concat(["System.Private.CoreLib"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether .NET itself has an assembly of this simple name.</summary>
    public static bool IsFramework(string name) => Framework.Contains(name);

    /// <param name="image">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="refuse">Makes what is thrown.</param>
    /// <exception cref="PackageException">No tool may use it.</exception>
    public static PackageAssembly Read(ImmutableArray<byte> image, string file, Func<string, PackageException> refuse)
    {
        using var pe = new PEReader(image);
        if (!pe.HasMetadata || pe.PEHeaders.CorHeader is not { } managed) throw refuse($"has a native library: {file}");
        if (!managed.Flags.HasFlag(CorFlags.ILOnly) || managed.ManagedNativeHeaderDirectory.Size != 0 || managed.VtableFixupsDirectory.Size != 0) throw refuse($"has a library with native code in it: {file}");
        var metadata = pe.GetMetadataReader(MetadataReaderOptions.None);
        if (!metadata.IsAssembly) throw refuse($"has a module that is no assembly: {file}");
        if (metadata.AssemblyFiles.Count > 0) throw refuse($"has a library of several files: {file}");
        var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        if (Framework.Contains(name) || name.StartsWith("ToolGen", StringComparison.OrdinalIgnoreCase)) throw refuse($"has a library that stands in for {name}");
        foreach (var type in PublicTypes(metadata))
        {
            // Names are how the list of members knows what is called: a second type of one name would be called in the place of the first.
            if (MemberAllowList.Default.OfType(type.Name).Count > 0) throw refuse($"has a type of its own in the place of {type.Name}");
            if (!type.Name.Contains('.') || type.Name.StartsWith("ToolGen.", StringComparison.Ordinal) || type.Name.StartsWith("Tools.", StringComparison.Ordinal)) throw refuse($"has the type {type.Name} where types of tools stand");
        }

        return new(name, image);
    }

    /// <summary>The types that other assemblies can name, nested ones too.</summary>
    public static IEnumerable<(string Name, TypeDefinition Type)> PublicTypes(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeDefinitions)
            if (IsPublic(metadata, handle)) yield return (TypeNames.Of(metadata, handle), metadata.GetTypeDefinition(handle));
    }

    private static bool IsPublic(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        for (var depth = 0; depth < 16; depth++)
        {
            var type = metadata.GetTypeDefinition(handle);
            switch (type.Attributes & TypeAttributes.VisibilityMask)
            {
                case TypeAttributes.Public:
                    return true;
                case TypeAttributes.NestedPublic:
                    handle = type.GetDeclaringType();
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
