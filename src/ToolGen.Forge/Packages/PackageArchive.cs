using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Packages;

/// <summary>Reads a package's file in memory: nothing of it is ever unpacked. Its entries are written by strangers, and are counted and measured as they are read.</summary>
internal static class PackageArchive
{
    private const int MostEntries = 20_000;
    private const int MostManifest = 1 << 20;
    private const int MostAssembly = 32 << 20;
    private const int MostAssemblies = 20;
    private const int MostInflated = 64 << 20;
    private static readonly NuGetFramework Here = NuGetFramework.Parse("net10.0");

    /// <summary>Folders that hold more than code to call, and what they hold.</summary>
    private static readonly (string Folder, string What)[] Refused =
    [
        ("build/", "has steps of a build"), ("buildtransitive/", "has steps of a build"), ("buildmultitargeting/", "has steps of a build"), ("buildcrosstargeting/", "has steps of a build"),
        ("tools/", "has tools or scripts that install"), ("content/", "has content that is installed"), ("contentfiles/", "has files for a build"),
        ("runtimes/", "has libraries of single platforms"), ("native/", "has native libraries"),
    ];

    /// <exception cref="PackageException">No tool may use it.</exception>
    public static PackageContent Read(byte[] file, string id, string version)
    {
        PackageException Refuse(string what) => PackageException.Refused(id, version, what);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries) throw Refuse($"has more than {MostEntries} files");
            foreach (var entry in zip.Entries)
            {
                var path = entry.FullName.Replace('\\', '/').ToLowerInvariant();
                if (Array.Find(Refused, one => path.StartsWith(one.Folder, StringComparison.Ordinal)) is { What: { } what }) throw Refuse($"{what}: {Shown(entry.FullName)}");
            }

            var manifests = zip.Entries.Where(entry => !entry.FullName.Contains('/') && entry.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)).ToArray();
            if (manifests is not [var manifest]) throw Refuse("has not one manifest");
            var nuspec = Manifest(Bytes(manifest, MostManifest));
            if (!string.Equals(nuspec.GetId(), id, StringComparison.OrdinalIgnoreCase) || nuspec.GetVersion().ToNormalizedString() != version)
                throw Refuse($"calls itself {Shown(nuspec.GetId())} {Shown(nuspec.GetVersion().ToNormalizedString())}");
            if (NuGetFrameworkUtility.GetNearest(nuspec.GetFrameworkRefGroups(), Here) is { FrameworkReferences: var more } && more.Any()) throw Refuse($"needs {Shown(more.First().Name)}, which workers do not have");
            var needs = NuGetFrameworkUtility.GetNearest(nuspec.GetDependencyGroups(), Here)?.Packages.Select(one => new PackageNeed(one.Id, one.VersionRange.ToNormalizedString())).ToArray() ?? [];
            return new(nuspec.GetId(), needs, Assemblies(zip, Refuse), zip.Entries.Any(entry => entry.FullName.StartsWith("analyzers/", StringComparison.OrdinalIgnoreCase)));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or PackagingException or BadImageFormatException or ArgumentException or FormatException)
        {
            throw Refuse($"can't be read: {e.Message}");
        }
    }

    private static PackageAssembly[] Assemblies(ZipArchive zip, Func<string, PackageException> refuse)
    {
        var groups = zip.Entries.Select(entry => (Entry: entry, Parts: entry.FullName.Split('/')))
            .Where(one => one.Parts is [var lib, _, _] && lib.Equals("lib", StringComparison.OrdinalIgnoreCase) && one.Parts[2].Length > 0)
            .GroupBy(one => NuGetFramework.ParseFolder(Uri.UnescapeDataString(one.Parts[1])))
            .Select(group => new FrameworkFiles(group.Key, [.. group.Select(one => one.Entry)])).ToArray();
        if (groups.Length == 0) return [];
        if (NuGetFrameworkUtility.GetNearest(groups, Here) is not { } nearest) throw refuse("has no library for .NET 10");
        var libraries = nearest.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (libraries.Length > MostAssemblies) throw refuse($"has more than {MostAssemblies} libraries");
        var left = MostInflated;
        var all = new List<PackageAssembly>();
        foreach (var entry in libraries)
        {
            all.Add(PackageLibrary.Read([.. Bytes(entry, Math.Min(MostAssembly, left))], Shown(entry.Name), refuse));
            left -= all[^1].Image.Length;
        }

        return [.. all.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static NuspecReader Manifest(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return new(XDocument.Load(reader));
    }

    // The length that an entry declares is a stranger's word.
    private static byte[] Bytes(ZipArchiveEntry entry, int most)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (from.Read(buffer) is > 0 and var count)
        {
            if (to.Length + count > most) throw new InvalidDataException($"{Shown(entry.FullName)} has more than {most} bytes");
            to.Write(buffer, 0, count);
        }

        return to.ToArray();
    }

    private static string Shown(string text) => ShownText.Cut(text, 100);

    private sealed record FrameworkFiles(NuGetFramework TargetFramework, ImmutableArray<ZipArchiveEntry> Entries) : IFrameworkSpecific;
}

/// <summary>What a package's file holds.</summary>
/// <param name="Id">Its id, as it spells it.</param>
/// <param name="Needs">The packages that it needs on .NET 10.</param>
/// <param name="Assemblies">Its libraries for .NET 10.</param>
/// <param name="HasAnalyzers">Whether it brings code that runs in the build of a project; the forge runs none of it.</param>
internal sealed record PackageContent(string Id, IReadOnlyList<PackageNeed> Needs, IReadOnlyList<PackageAssembly> Assemblies, bool HasAnalyzers);
