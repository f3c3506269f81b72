using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NuGet.Configuration;
using NuGet.Versioning;

namespace ToolGen.Forge.Packages;

/// <summary>What a person reads before granting a package: itself and all that it needs, from the sources of NuGet, with hashes and with what each reaches.</summary>
public static class PackageReview
{
    private const int MostPackages = 50;
    private const long MostBytes = 256L << 20;

    /// <summary>Reads a package and what it needs, itself first; nothing is unpacked or loaded.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="range">The versions that will do, of which the newest release is taken; null: any. Of what it needs the lowest that fits is taken, as NuGet does.</param>
    /// <param name="folder">Where <c>nuget.config</c> is looked for, and above it.</param>
    /// <param name="cancellationToken">Ends the wait for a source.</param>
    /// <exception cref="PackageException">One is not to be had, or no tool may use it.</exception>
    public static async Task<IReadOnlyList<TakenPackage>> ReadAsync(string id, string? range, string folder, CancellationToken cancellationToken = default)
    {
        var sources = new PackageSources(folder);
        var all = new List<TakenPackage> { await TakeAsync(sources, id, range ?? "*", newest: true, cancellationToken) };
        var asked = new Queue<PackageNeed>(all[0].Needs);
        while (asked.TryDequeue(out var need))
        {
            if (all.Any(one => string.Equals(one.Id, need.Id, StringComparison.OrdinalIgnoreCase))) continue;
            if (all.Count == MostPackages) throw PackageException.Refused(id, all[0].Version, $"needs more than {MostPackages} packages");
            all.Add(await TakeAsync(sources, need.Id, need.Range, newest: false, cancellationToken));
            if (all.Sum(one => one.Assemblies.Sum(library => (long)library.Image.Length)) > MostBytes) throw PackageException.Refused(id, all[0].Version, "needs packages that are too large together");
            foreach (var more in all[^1].Needs) asked.Enqueue(more);
        }

        return all;
    }

    /// <summary>The public types of a package, by name in ordinal order: what <c>members</c> of its grant can name.</summary>
    public static IReadOnlyList<string> Types(TakenPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return [.. PackageMembers.Public(package.Assemblies).Keys.Order(StringComparer.Ordinal)];
    }

    private static async Task<TakenPackage> TakeAsync(PackageSources sources, string id, string range, bool newest, CancellationToken cancellationToken)
    {
        if (!VersionRange.TryParse(range, out var wanted)) throw PackageException.NotToBeHad(id, range, "that is no version or range");
        if (wanted is { HasLowerAndUpperBounds: true, IsMinInclusive: true, IsMaxInclusive: true } && wanted.MinVersion!.Equals(wanted.MaxVersion)) return await ReadAsync(sources, id, wanted.MinVersion, cancellationToken);
        IReadOnlyList<NuGetVersion> versions;
        try
        {
            versions = await sources.VersionsAsync(id, cancellationToken);
        }
        catch (Exception e) when (e is IOException or NuGetConfigurationException)
        {
            throw PackageException.NotToBeHad(id, range, e.Message);
        }

        NuGetVersion[] fitting = [.. versions.Where(wanted.Satisfies)];
        NuGetVersion[] released = [.. fitting.Where(version => !version.IsPrerelease)];
        if (released.Length > 0) fitting = released;
        if (fitting.Length == 0) throw PackageException.NotToBeHad(id, range, versions.Count == 0 ? "no source has it" : $"the newest that a source has is {versions.Max()!.ToNormalizedString()}");
        return await ReadAsync(sources, id, newest ? fitting.Max()! : fitting.Min()!, cancellationToken);
    }

    private static async Task<TakenPackage> ReadAsync(PackageSources sources, string id, NuGetVersion version, CancellationToken cancellationToken) =>
        PackageShelf.Read(id, version, await PackageShelf.FileAsync(sources, id, version, cancellationToken), []);
}
