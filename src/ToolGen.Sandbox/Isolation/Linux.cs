using System;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

#pragma warning disable TG3120, TG3121 // what bounds another process is asked of the kernel; .NET has no way to

namespace ToolGen.Sandbox.Isolation;

/// <summary>Calls of the kernel that start, bound and measure workers.</summary>
[SupportedOSPlatform("linux")]
internal static partial class Linux
{
    public const int OperationNotSupported = 95, NotThere = 38;

    // The same numbers on x64 and arm64.
    private const long CreateRuleset = 444, AddRule = 445, RestrictSelf = 446;
    private const int SetNoNewPrivileges = 38;
    private const int PathOnly = 0x200000, CloseOnExec = 0x80000;

    /// <summary>A soft and a hard limit of one resource, as <c>struct rlimit64</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Bounds(ulong Now, ulong Most);

    public static void Signal(int process, int signal) => _ = kill(process, signal);

    /// <summary>Lowers a limit of another process of the same user.</summary>
    /// <returns>Whether the kernel did.</returns>
    public static unsafe bool Limit(int process, int resource, ulong most)
    {
        var bounds = new Bounds(most, most);
        return prlimit64(process, resource, &bounds, null) == 0;
    }

    /// <summary>Processor time of all threads of a process; null where it ended.</summary>
    public static TimeSpan? Processor(int process)
    {
        // CPUCLOCK_SCHED of a whole process (clock_getcpuclockid(3)).
        var clock = (~process << 3) | 2;
        return clock_gettime(clock, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100) : null;
    }

    public static bool HasNoNewPrivileges() => prctl(SetNoNewPrivileges, 1, 0, 0, 0) == 0;

    /// <summary>Gives up all capabilities of the calling thread, and of what it starts where it may gain none.</summary>
    public static unsafe bool HasNoCapabilities()
    {
        const int version3 = 0x20080522;
        var header = new CapabilityHeader(version3, 0);
        var none = stackalloc uint[6];
        new Span<uint>(none, 6).Clear();
        return syscall(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 91 : 126, (long)&header, (long)none, 0, 0) == 0;
    }

    public static bool HasOwn(int namespaces) => unshare(namespaces) == 0;

    /// <summary>The version of Landlock; below 1 the error is why there is none.</summary>
    public static long LandlockVersion() => syscall(CreateRuleset, 0, 0, 1, 0);

    public static unsafe long LandlockCreate<T>(in T attributes) where T : unmanaged
    {
        fixed (T* at = &attributes) return syscall(CreateRuleset, (long)at, sizeof(T), 0, 0);
    }

    public static unsafe bool LandlockAdd(long ruleset, ulong access, string path)
    {
        var file = open(path, PathOnly | CloseOnExec);
        if (file < 0) return false;
        var rule = new PathBeneath { Access = access, File = file };
        var added = syscall(AddRule, ruleset, 1, (long)&rule, 0) == 0;
        _ = close(file);
        return added;
    }

    public static bool LandlockRestrict(long ruleset) => syscall(RestrictSelf, ruleset, 0, 0, 0) == 0;

    public static void Close(long file) => _ = close((int)file);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PathBeneath
    {
        public ulong Access;
        public int File;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct CapabilityHeader(int Version, int Process);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(long Seconds, long Nanoseconds);

#pragma warning disable SA1300, IDE1006 // named as in C
    [LibraryImport("libc", SetLastError = true)]
    private static partial long syscall(long number, long first, long second, long third, long fourth);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prctl(int option, ulong first, ulong second, ulong third, ulong fourth);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unshare(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int prlimit64(int process, int resource, Bounds* set, Bounds* got);

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out Time time);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);

    [LibraryImport("libc")]
    private static partial int close(int file);
#pragma warning restore SA1300, IDE1006
}
