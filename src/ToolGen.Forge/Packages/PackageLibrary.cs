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
        if (!IsPlain(name)) throw refuse($"has a library whose name is none: {file}");
        if (IsFramework(name) || name.StartsWith("ToolGen", StringComparison.OrdinalIgnoreCase)) throw refuse($"has a library that stands in for {name}");

        // What is forwarded would be another library's by the time it runs, whatever was read here.
        if (metadata.ExportedTypes.Count > 0) throw refuse($"has a library that forwards types to others: {file}");
        if (FriendOf(metadata) is { } friend) throw refuse($"opens what is internal to {friend}");
        foreach (var (type, definition) in PublicTypes(metadata)) Check(metadata, type, definition, refuse);
        return new(name, image);
    }

    // Names are how the list of members knows what is called: a second type of one name would be called in the place of the first.
    private static void Check(MetadataReader metadata, string name, TypeDefinition type, Func<string, PackageException> refuse)
    {
        var space = metadata.GetString(type.Namespace);
        if (!(type.IsNested ? space.Length == 0 : IsPlain(space)) || !IsIdentifier(metadata.GetString(type.Name))) throw refuse("has a public type whose name is none, or that stands in no namespace");
        if (name.StartsWith("System.", StringComparison.Ordinal) || MemberAllowList.Default.OfType(name).Count > 0) throw refuse($"has a type of its own among those of .NET: {name}");
        if (name.StartsWith("ToolGen.", StringComparison.Ordinal) || name.StartsWith("Tools.", StringComparison.Ordinal)) throw refuse($"has the type {name} where types of tools stand");
    }

    private static string? FriendOf(MetadataReader metadata)
    {
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind != HandleKind.MemberReference || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent) continue;
            var kind = TypeNames.Of(metadata, (TypeReferenceHandle)parent).Name;
            if (kind is not ("System.Runtime.CompilerServices.InternalsVisibleToAttribute" or "System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute")) continue;
            var value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            if (value.ReadSerializedString() is not { } friend || friend.StartsWith("ToolGen", StringComparison.OrdinalIgnoreCase) || kind.Contains("Ignores", StringComparison.Ordinal)) return "ToolGen, or to anybody";
        }

        return null;
    }

    private static bool IsPlain(string name) => name.Length is > 0 and <= 512 && name.Split('.').All(part => IsWord(part));

    // A type's own name, with the number of its parameters behind a backtick where it is generic.
    private static bool IsIdentifier(string name) => name.Split('`') switch
    {
        [var word] => IsWord(word),
        [var word, var number] => IsWord(word) && number.Length is > 0 and <= 3 && number.All(char.IsAsciiDigit),
        _ => false,
    };

    private static bool IsWord(string word) => word.Length > 0 && word.All(static letter => char.IsLetterOrDigit(letter) || letter is '_' or '-');

    /// <summary>The types that C# of other assemblies can name, nested ones too.</summary>
    public static IEnumerable<(string Name, TypeDefinition Type)> PublicTypes(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeDefinitions)
            if (IsPublic(metadata, handle) && !metadata.GetString(metadata.GetTypeDefinition(handle).Name).Contains('<')) yield return (TypeNames.Of(metadata, handle), metadata.GetTypeDefinition(handle));
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
