using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Isolation;

/// <summary>What the .NET that runs now needs of this machine's files, found on this machine: itself, the libraries of the system that it loads, their other names, and the data of languages and time zones.</summary>
/// <param name="Dotnet">The program <c>dotnet</c>, without links.</param>
/// <param name="Runtime">Files and folders of .NET, all below its folder: <paramref name="Dotnet"/> first, the runtime's version last.</param>
/// <param name="Libraries">Files, without links.</param>
/// <param name="Aliases">Other paths that libraries are found by, and where each leads.</param>
/// <param name="Data">Files and folders that are only read.</param>
internal sealed record RuntimeFiles(string Dotnet, IReadOnlyList<string> Runtime, IReadOnlyList<string> Libraries, IReadOnlyDictionary<string, string> Aliases, IReadOnlyList<string> Data)
{
    /// <summary>How the names of the libraries begin that .NET needs on Linux; those of languages and of hashes are loaded when something first asks.</summary>
    private static readonly string[] Names =
        ["ld-", "libc.so", "libc-", "libc.musl", "libm.so", "libm-", "libdl.so", "libdl-", "libpthread", "librt.so", "librt-", "libgcc_s.so", "libstdc++.so", "libicuuc.so", "libicui18n.so", "libicudata.so", "libssl.so", "libcrypto.so"];

    private static readonly string[] Shared = ["/usr/share/zoneinfo", "/usr/share/icu", "/etc/ld.so.cache"];

    /// <summary>The folder of the versions of the runtime: the one to use is looked for by their names.</summary>
    public string Frameworks => Path.GetDirectoryName(this.Runtime[^1])!;

    /// <summary>Looks for them.</summary>
    public static RuntimeFiles Find(string dotnet)
    {
        var program = Real(dotnet);
        var entries = LoadedFolders().SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*.so*")).Where(file => Array.Exists(Names, file.Name.StartsWith)).ToArray();
        var libraries = entries.Where(file => file.LinkTarget is null).Select(file => file.FullName).ToHashSet(StringComparer.Ordinal);
        var aliases = entries.Where(file => file.LinkTarget is not null).Select(file => (file.FullName, Target: Real(file.FullName))).Where(alias => libraries.Contains(alias.Target))
            .ToDictionary(alias => alias.FullName, alias => alias.Target, StringComparer.Ordinal);
        if (ElfInterpreter.Of(program) is { } loader)
        {
            var path = Path.Combine(Real(Path.GetDirectoryName(loader)!), Path.GetFileName(loader));
            libraries.Add(Real(loader));
            if (!libraries.Contains(path)) aliases[path] = Real(loader);
        }

        var framework = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        return new(program, [program, Path.Combine(Path.GetDirectoryName(program)!, "host"), Real(framework)], [.. libraries.Order(StringComparer.Ordinal)], aliases, [.. Shared.Where(Path.Exists)]);
    }

    /// <summary>The path without links in any of its parts.</summary>
    public static string Real(string path)
    {
        var so = "/";
        foreach (var part in Path.GetFullPath(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            so = Path.Combine(so, part);
            if (File.ResolveLinkTarget(so, returnFinalTarget: true) is { } target) so = Real(target.FullName);
        }

        return so;
    }

    /// <summary>The folders of the libraries that this process has loaded of those that .NET needs.</summary>
    private static IEnumerable<string> LoadedFolders() =>
        (from line in File.ReadLines("/proc/self/maps")
         let at = line.IndexOf('/', StringComparison.Ordinal)
         where at > 0
         let path = line[at..]
         where Array.Exists(Names, Path.GetFileName(path).StartsWith) && File.Exists(path)
         select Path.GetDirectoryName(path)!).Distinct();
}
