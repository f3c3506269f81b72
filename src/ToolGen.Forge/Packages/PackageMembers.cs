using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace ToolGen.Forge.Packages;

/// <summary>What a grant lets C# of tools call of a package, in the form of the list of members; only what the package has and makes public.</summary>
internal static class PackageMembers
{
    /// <param name="id">The package.</param>
    /// <param name="assemblies">Its libraries.</param>
    /// <param name="granted">As the grant writes them.</param>
    /// <exception cref="PackageException">The grant names what the package has not.</exception>
    public static string Text(string id, IReadOnlyList<PackageAssembly> assemblies, IReadOnlyList<string> granted)
    {
        if (granted.Count == 0) return "";
        var have = Public(assemblies);
        var text = new StringBuilder("[assemblies]\n");
        foreach (var assembly in assemblies) text.Append(assembly.Name).Append('\n');
        text.Append("[code with ").Append(TakenPackage.WordOf(id)).Append("]\n");
        foreach (var line in granted.Contains("*") ? [.. have.Keys.Order(StringComparer.Ordinal)] : granted)
        {
            var words = line.Split(' ');
            if (!have.TryGetValue(words[0], out var members)) throw Missing(id, words[0]);
            text.Append(words[0]).Append('\n');
            foreach (var name in words.Length == 1 ? members.Order(StringComparer.Ordinal) : words.Skip(1).SelectMany(word => Named(id, words[0], word, members)))
                text.Append("  ").Append(name).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The public types, and of each the public members that it declares, as metadata names them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Public(IReadOnlyList<PackageAssembly> assemblies)
    {
        var types = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var pe = new PEReader(assembly.Image);
            var metadata = pe.GetMetadataReader(MetadataReaderOptions.None);
            foreach (var (name, type) in PackageLibrary.PublicTypes(metadata)) types[name] = Members(metadata, type);
        }

        return types;
    }

    private static HashSet<string> Members(MetadataReader metadata, TypeDefinition type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            if ((method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public) Add(metadata.GetString(method.Name));
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
            if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public) Add(metadata.GetString(field.Name));
        return names;

        // A name that the list could read as something else is none that C# writes.
        void Add(string name)
        {
            if (name == ".ctor" || (name.Length > 0 && name.All(static letter => char.IsLetterOrDigit(letter) || letter == '_'))) names.Add(name);
        }
    }

    private static IEnumerable<string> Named(string id, string type, string word, IReadOnlySet<string> members)
    {
        string[] found = [.. new[] { word, "get_" + word, "set_" + word }.Where(members.Contains)];
        return found.Length > 0 ? found : throw Missing(id, $"{type}.{word}");
    }

    private static PackageException Missing(string id, string what) => PackageException.NotGranted(id, $"toolgen.json grants {what}, which the package does not have");
}
