using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using NuGet.Configuration;
using NuGet.Versioning;
using ToolGen.Effects;

namespace ToolGen.Forge.Packages;

/// <summary>
/// The packages that a host grants, taken from the sources of NuGet on this machine. Nothing is asked for that was not granted by id, version and hash, and nothing of a package is loaded
/// or unpacked here. Thread-safe; what was taken once stays in memory.
/// </summary>
/// <param name="granted">The host's grants.</param>
/// <param name="folder">Where <c>nuget.config</c> is looked for, and above it, such as the folder of <c>toolgen.json</c>.</param>
public sealed class PackageShelf(IReadOnlyList<PackageGrant> granted, string folder)
{
    /// <summary>Bytes of the libraries of all packages that are held.</summary>
    private const long MostBytes = 256L << 20;

    private readonly PackageSources sources = new(folder);
    private readonly ConcurrentDictionary<string, TakenPackage> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A shelf without packages.</summary>
    public static PackageShelf Empty { get; } = new([], Path.GetTempPath());

    /// <summary>A package and all that it needs, itself first.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="range">The versions that will do; any form that NuGet reads.</param>
    /// <param name="cancellationToken">Ends the wait for a source.</param>
    /// <exception cref="PackageException">It is not granted, not to be had, or no tool may use it.</exception>
    internal async Task<IReadOnlyList<TakenPackage>> TakeAsync(string id, string range, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, TakenPackage>(StringComparer.OrdinalIgnoreCase);
        var asked = new Queue<PackageNeed>([new(id, range)]);
        while (asked.TryDequeue(out var need))
        {
            var package = await this.OneAsync(need, cancellationToken);
            if (all.TryAdd(package.Id, package))
                foreach (var more in package.Needs) asked.Enqueue(more);
        }

        return [.. all.Values];
    }

    private async Task<TakenPackage> OneAsync(PackageNeed need, CancellationToken cancellationToken)
    {
        if (granted.FirstOrDefault(one => string.Equals(one.Package, need.Id, StringComparison.OrdinalIgnoreCase)) is not { } grant)
            throw PackageException.NotGranted(need.Id, granted.Count == 0 ? "toolgen.json grants no package" : "toolgen.json does not name it");
        if (grant.Sha512 is null) throw PackageException.NotGranted(need.Id, "its grant has no sha512");
        if (!VersionRange.TryParse(grant.Version, out var locked) || locked is not { HasLowerBound: true, IsMinInclusive: true, IsFloating: false, MinVersion: { } version })
            throw PackageException.NotGranted(need.Id, $"its grant names no lowest version: {grant.Version}");
        if (!VersionRange.TryParse(need.Range, out var wanted) || !wanted.Satisfies(version))
            throw PackageException.NotGranted(need.Id, $"{version.ToNormalizedString()} is granted, and {need.Range} is asked for");
        if (this.taken.TryGetValue(grant.Package, out var known)) return known;
        var file = await this.FileAsync(grant, version, cancellationToken);
        var package = Read(grant.Package, version, file, grant.Members);
        if (this.taken.Values.Where(other => !string.Equals(other.Id, package.Id, StringComparison.OrdinalIgnoreCase)).SelectMany(other => other.Assemblies)
            .FirstOrDefault(other => package.Assemblies.Any(one => string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase))) is { } twice)
            throw PackageException.Refused(package.Id, package.Version, $"has a library of the name {twice.Name}, which another granted package has too");
        if (this.taken.Values.Append(package).Sum(one => one.Assemblies.Sum(library => (long)library.Image.Length)) > MostBytes)
            throw PackageException.Refused(package.Id, package.Version, "is too large beside the other granted packages");
        return this.taken[grant.Package] = package;
    }

    private async Task<byte[]> FileAsync(PackageGrant grant, NuGetVersion version, CancellationToken cancellationToken)
    {
        var file = await FileAsync(this.sources, grant.Package, version, cancellationToken);
        if (!string.Equals(Hash(file), grant.Sha512, StringComparison.Ordinal))
            throw PackageException.NotToBeHad(grant.Package, version.ToNormalizedString(), $"its file has the hash {Hash(file)}, another than was granted");
        return file;
    }

    internal static async Task<byte[]> FileAsync(PackageSources sources, string id, NuGetVersion version, CancellationToken cancellationToken)
    {
        try
        {
            return await sources.FileAsync(id, version, cancellationToken) ?? throw PackageException.NotToBeHad(id, version.ToNormalizedString(), "no source has it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NuGetConfigurationException)
        {
            throw PackageException.NotToBeHad(id, version.ToNormalizedString(), e.Message);
        }
    }

    internal static TakenPackage Read(string id, NuGetVersion version, byte[] file, IReadOnlyList<string> members)
    {
        try
        {
            return ReadWhole(id, version, file, members);
        }
        catch (Exception e) when (e is not PackageException and not OutOfMemoryException)
        {
            // Readers of metadata throw many things at bytes that are none; each means the same.
            throw PackageException.Refused(id, version.ToNormalizedString(), $"can't be read: {e.GetType().Name}");
        }
    }

    private static TakenPackage ReadWhole(string id, NuGetVersion version, byte[] file, IReadOnlyList<string> members)
    {
        var content = PackageArchive.Read(file, id, version.ToNormalizedString());
        return new(content.Id, version.ToNormalizedString(), Hash(file), content.Assemblies, content.Needs, [.. PackageReach.Of(content.Assemblies), .. content.HasAnalyzers ? [new("the build of a project that refers to it, by its analyzers, of which none runs here", [])] : Array.Empty<ReachedArea>()], PackageMembers.Text(id, content.Assemblies, members));
    }

    internal static string Hash(byte[] file) => Convert.ToBase64String(SHA512.HashData(file));
}
