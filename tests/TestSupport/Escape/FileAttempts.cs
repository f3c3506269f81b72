using System;
using System.Collections.Generic;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Linq;
using System.Runtime.InteropServices;

#pragma warning disable CA1416 // attempts are made on Linux alone

namespace ToolGen.TestSupport.Escape;

/// <summary>Files outside, what <c>/proc</c> tells, and the host's environment.</summary>
internal static class FileAttempts
{
    private const string Files = "files", Processes = "/proc", Variables = "environment";
    private static readonly (int X64, int Arm64) Watch = (294, 26), WatchAll = (300, 262), Mode = (268, 53), Owner = (260, 54), Link = (265, 37), Unlink = (263, 35), Folder = (258, 34), Device = (259, 33),
        Attribute = (188, 5), Times = (280, 88), Truncate = (76, 45), ByHandle = (304, 265), Open = (257, 56), ChangeRoot = (161, 51), Rename = (316, 276), Copy = (326, 285), Splice = (275, 76);

    public static Attempt[] All { get; } =
    [
        new(Files, "read a file", world => _ = File.ReadAllText(world.Outside)),
        new(Files, "map a file", world => MemoryMappedFile.CreateFromFile(world.Outside, FileMode.Open, null, 0, MemoryMappedFileAccess.Read).Dispose()),
        new(Files, "read a file by another way to the root", world => _ = File.ReadAllText("/proc/self/root" + world.Outside)),
        new(Files, "list a folder", world => _ = Directory.GetFiles(Path.GetDirectoryName(world.Outside)!)),
        new(Files, "read accounts", world => _ = File.ReadAllText("/etc/passwd")),
        new(Files, "read the home folder", world => _ = Directory.GetFileSystemEntries(Directory.Exists("/root") ? "/root" : "/home").Length > 0 ? 0 : throw new DirectoryNotFoundException()),
        new(Files, "write a file", world => File.WriteAllText(world.Outside, "")),
        new(Files, "make a file", world => File.WriteAllText(world.Outside + ".new", "")),
        new(Files, "make a file in /tmp", world => File.WriteAllText($"/tmp/{AttemptWorld.Prefix}", "")),
        new(Files, "make a file in /dev/shm", world => File.WriteAllText($"/dev/shm/{AttemptWorld.Prefix}", "")),
        new(Files, "make a file without a name", world => Kernel.Need(Open, -100, Kernel.Text("/tmp"), 0x410000 | 2, 0x180)),
        new(Files, "delete a file", world => File.Delete(File.Exists(world.Outside) ? world.Outside : throw new FileNotFoundException())),
        new(Files, "move a file", world => File.Move(world.Outside, world.Outside + ".moved")),
        new(Files, "change a mode", world => File.SetUnixFileMode(world.Outside, UnixFileMode.None)),
        new(Files, "change a time", world => File.SetLastWriteTimeUtc(world.Outside, DateTime.UnixEpoch)),
        new(Files, "make a link", world => File.CreateSymbolicLink(world.Outside + ".link", "/")),
        new(Files, "make a hard link", world => Kernel.Need(Link, -100, Kernel.Text(world.Outside), -100, Kernel.Text(world.Outside + ".hard"))),
        new(Files, "make a folder", world => _ = Directory.CreateDirectory(world.Outside + ".folder")),
        new(Files, "make a pipe of a name", world => Kernel.Need(Device, -100, Kernel.Text(world.Outside + ".pipe"), 0x1180, 0)),
        new(Files, "lock a file", world => new FileStream(world.Outside, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose()),
        new(Files, "watch files", world => Kernel.Try(Watch, 0)),
        new(Files, "watch all files", world => Kernel.Try(WatchAll, 0)),
        new(Files, "use a file left open", world => _ = Array.Exists(Directory.GetFiles("/proc/self/fd"), file => new FileInfo(file).LinkTarget == world.Outside) ? 0 : throw new FileNotFoundException()),
        new(Files, "open by handle", world => Kernel.Try(ByHandle, -1)),
        new(Files, "mode by the kernel", world => Kernel.Try(Mode, -100, Kernel.Empty)),
        new(Files, "owner by the kernel", world => Kernel.Try(Owner, -100, Kernel.Empty)),
        new(Files, "link by the kernel", world => Kernel.Try(Link, -100, Kernel.Empty, -100, Kernel.Empty)),
        new(Files, "unlink by the kernel", world => Kernel.Try(Unlink, -100, Kernel.Empty)),
        new(Files, "folder by the kernel", world => Kernel.Try(Folder, -100, Kernel.Empty)),
        new(Files, "rename by the kernel", world => Kernel.Try(Rename, -100, Kernel.Empty, -100, Kernel.Empty)),
        new(Files, "attribute by the kernel", world => Kernel.Try(Attribute, Kernel.Empty, Kernel.Empty)),
        new(Files, "times by the kernel", world => Kernel.Try(Times, -100, Kernel.Empty)),
        new(Files, "truncate by the kernel", world => Kernel.Try(Truncate, Kernel.Empty)),
        new(Files, "copy within the kernel", world => Kernel.Try(Copy, -1, 0, -1)),
        new(Files, "move pages between pipes", world => Kernel.Try(Splice, -1, 0, -1)),
        new(Files, "change the root", world => Kernel.Try(ChangeRoot, Kernel.Empty)),
        new(Processes, "read the host's environment", world => _ = File.ReadAllBytes($"/proc/{world.Host}/environ")),
        new(Processes, "read the host's memory", world => File.OpenRead($"/proc/{world.Host}/mem").Dispose()),
        new(Processes, "write the host's memory", world => File.OpenWrite($"/proc/{world.Host}/mem").Dispose()),
        new(Processes, "see what the host has open", world => _ = Directory.GetFiles($"/proc/{world.Host}/fd").Length > 0 ? 0 : throw new DirectoryNotFoundException()),
        new(Processes, "use what the host has open", world => File.OpenRead($"/proc/{world.Host}/exe").Dispose()),
        new(Processes, "see the host's memory laid out", world => _ = File.ReadAllText($"/proc/{world.Host}/maps").Length > 0 ? 0 : throw new InvalidDataException()),
        new(Processes, "read the host's command line", world => _ = File.ReadAllText($"/proc/{world.Host}/cmdline")),
        new(Processes, "see the host's process", world => _ = new DirectoryInfo($"/proc/{world.Host}").Exists ? 0 : throw new DirectoryNotFoundException()),
        new(Processes, "read a file by the host's root", world => _ = File.ReadAllText($"/proc/{world.Host}/root{world.Outside}")),
        new(Processes, "set the kernel's settings", world => File.OpenWrite("/proc/sys/kernel/core_pattern").Dispose()),
        new(Processes, "ask not to be ended first", world => File.OpenWrite("/proc/self/oom_score_adj").Dispose()),
        new(Processes, "write its own memory by a file", world => File.OpenWrite("/proc/self/mem").Dispose()),
        new(Variables, "read a variable", world => _ = Environment.GetEnvironmentVariable(AttemptWorld.Secret) ?? throw new KeyNotFoundException()),
        new(Variables, "read a variable of its start", world => _ = File.ReadAllText("/proc/self/environ").Contains(AttemptWorld.Secret, StringComparison.Ordinal) ? 0 : throw new KeyNotFoundException()),
        new(Variables, "find a variable in its memory", world => _ = Strings().Contains(AttemptWorld.Secret) ? 0 : throw new KeyNotFoundException()),
        new(Variables, "learn the user's name", world => _ = Environment.GetEnvironmentVariable("USER") ?? Environment.GetEnvironmentVariable("HOME") ?? throw new KeyNotFoundException()),
    ];

    /// <summary>The names of the environment as the C library has it.</summary>
    private static unsafe IEnumerable<string> Strings()
    {
        var names = new List<string>();
        var library = NativeLibrary.Load("libc");
        for (var at = *(byte***)NativeLibrary.GetExport(library, "environ"); at is not null && *at is not null; at++) names.Add(Marshal.PtrToStringUTF8((nint)(*at))!.Split('=')[0]);
        return names;
    }
}
