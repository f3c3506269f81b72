using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ToolGen.Sandbox.Isolation;

/// <summary>
/// The command line of bubblewrap that shows a worker nothing but the runtime, its libraries and its own program: no shell, no home, no network, no other process, no
/// capability, and a user of nobody's (bwrap(1)).
/// </summary>
internal static class Bubblewrap
{
    private const string Nobody = "65534", TemporaryBytes = "1048576";
    private const string Dotnet = "/dotnet", Worker = "/worker";

    /// <summary>The program, looked for where this process looks for programs; null where there is none.</summary>
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, "bwrap")).FirstOrDefault(File.Exists);

    /// <summary>All arguments, the worker's own at the end.</summary>
    public static IEnumerable<string> Arguments(RuntimeFiles files, WorkerProgram program, IEnumerable<string> rest)
    {
        var folder = Path.GetDirectoryName(RuntimeFiles.Real(program.Assembly))!;
        return
        [
            "--unshare-all", "--unshare-user", "--uid", Nobody, "--gid", Nobody, "--cap-drop", "ALL", "--disable-userns", "--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "sandbox",
            .. files.Runtime.SelectMany(path => Show(path, Dotnet + path[Path.GetDirectoryName(files.Dotnet)!.Length..])),
            .. TopLinks(),
            .. files.Libraries.SelectMany(path => Show(path, path)),
            .. files.Aliases.SelectMany(alias => (string[])["--symlink", alias.Value, alias.Key]),
            .. files.Data.SelectMany(path => Show(path, path)),
            .. Show(folder, Worker),
            "--proc", "/proc", "--dev", "/dev", "--size", TemporaryBytes, "--tmpfs", "/tmp", "--chdir", Worker, "--remount-ro", "/",
            Dotnet + "/dotnet", "exec", Worker + "/" + Path.GetFileName(program.Assembly), .. rest,
        ];
    }

    private static string[] Show(string from, string to) => ["--ro-bind", from, to];

    /// <summary><c>/lib</c> and the like, where they are links here: the loader and its list of libraries name paths below them.</summary>
    private static IEnumerable<string> TopLinks() =>
        from entry in new DirectoryInfo("/").EnumerateDirectories("lib*")
        where entry.LinkTarget is not null
        from argument in (string[])["--symlink", entry.LinkTarget!, entry.FullName]
        select argument;
}
