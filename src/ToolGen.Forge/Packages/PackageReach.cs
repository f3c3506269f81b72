using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ToolGen.Forge.Inspection;
using ToolGen.Specification.Members;

namespace ToolGen.Forge.Packages;

/// <summary>Reads what the code of a package touches beyond the list of members, for who approves: areas in plain words, each with examples.</summary>
internal static class PackageReach
{
    /// <summary>The first that fits, by the whole name or by the namespace or type in front of it.</summary>
    private static readonly (string Area, string[] Names)[] Areas =
    [
        ("files", ["System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher", "System.IO.IsolatedStorage", "System.IO.MemoryMappedFiles", "System.IO.RandomAccess"]),
        ("pipes to other processes", ["System.IO.Pipes"]),
        ("network", ["System.Net", "System.Web"]),
        ("other processes", ["System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo"]),
        ("the registry of Windows", ["Microsoft.Win32"]),
        ("code made at run time", ["System.Reflection.Emit", "System.Linq.Expressions", "System.CodeDom", "Microsoft.CSharp", "System.Runtime.CompilerServices.CallSite"]),
        ("loading of assemblies", ["System.Reflection.Assembly", "System.Runtime.Loader", "System.AppDomain"]),
        ("objects made from names of types", ["System.Activator", "System.Runtime.Serialization", "System.ComponentModel.TypeDescriptor"]),
        ("reflection", ["System.Reflection", "System.Type"]),
        ("native memory and calls", ["System.Runtime.InteropServices", "System.Runtime.CompilerServices.Unsafe", "System.Buffer", "System.IntPtr", "System.UIntPtr"]),
        ("threads", ["System.Threading"]),
        ("the process and its environment", ["System.Environment", "System.AppContext", "System.Console", "System.Diagnostics", "System.GC", "System.OperatingSystem"]),
        ("the clock", ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeZoneInfo", "System.Timers"]),
        ("chance", ["System.Random", "System.Guid.NewGuid"]),
        ("raw pointers", ["System.Security.UnverifiableCodeAttribute"]),
        ("cryptography", ["System.Security"]),
        ("databases", ["System.Data"]),
    ];

    /// <summary>In the order of <see cref="Areas"/>; the last is what fits no area.</summary>
    public static IReadOnlyList<ReachedArea> Of(IReadOnlyList<PackageAssembly> assemblies)
    {
        var native = new SortedSet<string>(StringComparer.Ordinal);
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var pe = new PEReader(assembly.Image);
            var metadata = pe.GetMetadataReader(MetadataReaderOptions.None);
            foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference).Where(member => TypeOf(metadata, member.Parent) is { } type && !IsListed(type, metadata.GetString(member.Name))))
                reached.Add($"{TypeOf(metadata, member.Parent)}.{metadata.GetString(member.Name)}");
            foreach (var import in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Select(method => method.GetImport()).Where(import => !import.Module.IsNil))
                native.Add($"{metadata.GetString(metadata.GetModuleReference(import.Module).Name)}!{metadata.GetString(import.Name)}");
        }

        var areas = new List<ReachedArea>();
        if (native.Count > 0) areas.Add(new("functions of native libraries", [.. native]));
        foreach (var (area, names) in Areas)
        {
            var found = reached.Where(member => names.Any(name => member.StartsWith(name, StringComparison.Ordinal) && (member.Length == name.Length || member[name.Length] is '.' or '+' or '`'))).ToArray();
            if (found.Length == 0) continue;
            areas.Add(new(area, found));
            reached.ExceptWith(found);
        }

        // What .NET offers beside values and none of the above: culture, text, collections that the list does not name yet.
        if (reached.Count > 0) areas.Add(new("other members", [.. reached]));
        return areas;
    }

    // What code says of itself runs only for who asks; that it has raw pointers the compiler says in this way.
    private static bool IsListed(string type, string member) =>
        MemberAllowList.Default.HasMember(type, member) || (type.EndsWith("Attribute", StringComparison.Ordinal) && type != "System.Security.UnverifiableCodeAttribute");

    // Members of types that the package, or another package, declares are no reach by themselves.
    private static string? TypeOf(MetadataReader metadata, EntityHandle parent)
    {
        var handle = parent;
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            var reader = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
            if (reader.ReadByte() != 0x15) return null;
            reader.ReadByte();
            handle = reader.ReadTypeHandle();
        }

        if (handle.Kind != HandleKind.TypeReference) return null;
        try
        {
            // What stands in a namespace of .NET is .NET's, whichever library a reference says: packages with such public types are refused.
            var (name, assembly) = TypeNames.Of(metadata, (TypeReferenceHandle)handle);
            return PackageLibrary.IsFramework(assembly) || assembly.StartsWith("System.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("System.", StringComparison.Ordinal) ? name : null;
        }
        catch (RefusedException)
        {
            return "a type that can't be named";
        }
    }
}
