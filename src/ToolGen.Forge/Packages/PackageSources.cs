using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace ToolGen.Forge.Packages;

/// <summary>The sources of packages that NuGet is configured with for a folder: what the machine has unpacked already, then the feeds, by the mapping of sources where there is one.</summary>
/// <param name="folder">Where <c>nuget.config</c> is looked for, and above it.</param>
internal sealed class PackageSources(string folder)
{
    /// <summary>A package's file; larger ones are not taken.</summary>
    public const int MostBytes = 64 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lazy<ISettings> settings = new(() => Settings.LoadDefaultSettings(folder));

    /// <summary>The bytes of a package; null where nobody has it.</summary>
    /// <exception cref="IOException">It is too large.</exception>
    public async Task<byte[]?> FileAsync(string id, NuGetVersion version, CancellationToken cancellationToken)
    {
        foreach (var path in this.Unpacked(id, version))
            if (File.Exists(path)) return await ReadAsync(path, cancellationToken);
        return await this.AskAsync(id, async (resource, cache, patience) =>
        {
            using var file = new CappedMemory(MostBytes);
            return await resource.CopyNupkgToStreamAsync(id, version, file, cache, NullLogger.Instance, patience) ? file.ToArray() : null;
        }, static file => file is not null, cancellationToken);
    }

    /// <summary>The versions that feeds list; empty where none has the package.</summary>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellationToken) =>
        await this.AskAsync(id, async (resource, cache, patience) => (await resource.GetAllVersionsAsync(id, cache, NullLogger.Instance, patience))?.ToArray() ?? [], static versions => versions is { Length: > 0 }, cancellationToken) ?? [];

    private IEnumerable<string> Unpacked(string id, NuGetVersion version) =>
        SettingsUtility.GetFallbackPackageFolders(this.settings.Value).Prepend(SettingsUtility.GetGlobalPackagesFolder(this.settings.Value))
            .Select(root => new VersionFolderPathResolver(root).GetPackageFilePath(id, version));

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > MostBytes) throw new IOException($"its file has more than {MostBytes} bytes");
        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    private async Task<T?> AskAsync<T>(string id, Func<FindPackageByIdResource, SourceCacheContext, CancellationToken, Task<T?>> ask, Func<T?, bool> isAnswer, CancellationToken cancellationToken)
        where T : class
    {
        var mapping = PackageSourceMapping.GetPackageSourceMapping(this.settings.Value);
        var names = mapping.IsEnabled ? mapping.GetConfiguredPackageSources(id) : null;
        using var cache = new SourceCacheContext();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        Exception? failed = null;
        foreach (var source in new PackageSourceProvider(this.settings.Value).LoadPackageSources().Where(source => source.IsEnabled && names?.Contains(source.Name) != false))
        {
            try
            {
                var resource = await Repository.Factory.GetCoreV3(source.Source).GetResourceAsync<FindPackageByIdResource>(patience.Token);
                if (resource is not null && await ask(resource, cache, patience.Token) is { } answer && isAnswer(answer)) return answer;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is FatalProtocolException or OperationCanceledException or System.Net.Http.HttpRequestException)
            {
                // One feed that does not answer says nothing about the others.
                failed = e;
            }
        }

        return failed is null ? null : throw new IOException($"a source does not answer: {failed.Message}", failed);
    }

    /// <summary>Memory that a feed can't fill.</summary>
    private sealed class CappedMemory(int most) : MemoryStream
    {
        // Of a class that derives from it, a memory stream sends every other way to write through this one.
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (this.Position + count > most) throw new IOException($"its file has more than {most} bytes");
            base.Write(buffer, offset, count);
        }
    }
}
