using System;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace ToolGen.Effects.Files;

/// <summary>The calls of Linux that open, look and rename relative to an open folder, which .NET has no way to.</summary>
[SupportedOSPlatform("linux")]
internal static class Libc
{
    public const int WriteOnly = 0x1, Create = 0x40, Exclusive = 0x80, NoTerminal = 0x100, Append = 0x400, NonBlocking = 0x800, CloseOnExec = 0x80000, PathOnly = 0x200000;

    /// <summary>Relative to the folder that the process stands in.</summary>
    public const int Here = -100;

    public const int EmptyPath = 0x1000, NoFollowLink = 0x100, RemoveFolder = 0x200;
    public const uint NoReplace = 1, Exchange = 2;
    public const int EPerm = 1, ENoEnt = 2, ENxio = 6, EAgain = 11, EAcces = 13, EExist = 17, EXDev = 18, ENotDir = 20, EIsDir = 21, EInval = 22, ENFile = 23, EMFile = 24,
        ENoSpc = 28, ERoFs = 30, ENameTooLong = 36, ENoSys = 38, ENotEmpty = 39, ELoop = 40, EOpNotSupp = 95, EDQuot = 122;

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>Flags that differ between processors.</summary>
    public static int Directory => IsArm ? 0x4000 : 0x10000;

    public static int NoFollow => IsArm ? 0x8000 : 0x20000;

    private static long GetDents => IsArm ? 61 : 217;

    /// <summary>BENEATH | NO_SYMLINKS | NO_MAGICLINKS.</summary>
    private const ulong Beneath = 0x08 | 0x04 | 0x02;

    private const long OpenAt2Number = 437;

    public static int OpenAt(SafeHandle folder, string name, int flags, uint mode) => openat(folder, name, flags, mode);

    public static int OpenHere(string path, int flags) => openat_here(Here, path, flags, 0);

    /// <summary>Opens a path of several parts that stays below a folder and leads through no link.</summary>
    public static int OpenBeneath(SafeHandle folder, string path, int flags)
    {
        var how = new OpenHow { Flags = (ulong)flags, Resolve = Beneath };
        return (int)openat2(OpenAt2Number, folder, path, ref how, Marshal.SizeOf<OpenHow>());
    }

    public static int Stat(SafeHandle folder, string name, int flags, out FileState state) => statx(folder, name, flags, 0x7FF, out state);

    public static long List(SafeHandle folder, byte[] buffer) => getdents64(GetDents, folder, buffer, buffer.Length);

    public static int MakeFolder(SafeHandle folder, string name) => mkdirat(folder, name, 0x1FF);

    public static int Unlink(SafeHandle folder, string name, int flags) => unlinkat(folder, name, flags);

    public static int Rename(SafeHandle folder, string from, string to, uint flags) => renameat2(folder, from, folder, to, flags);

    public static int Link(SafeHandle folder, string from, string to) => linkat(folder, from, folder, to, 0);

    public static int Permit(SafeHandle file, uint mode) => fchmod(file, mode);

    public static int Sync(SafeHandle file) => fsync(file);

    /// <summary><c>struct statx</c>: the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct FileState
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(40)]
        public long Length;

        public readonly EntryKind Kind => (this.Mode & 0xF000) switch
        {
            0x8000 => EntryKind.File,
            0x4000 => EntryKind.Folder,
            0xA000 => EntryKind.Link,
            _ => EntryKind.Other,
        };
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct OpenHow
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }

#pragma warning disable SA1300, IDE1006 // named as in C
#pragma warning disable TG3121 // .NET has no way to open relative to an open folder
    [DllImport("libc", SetLastError = true)]
    private static extern int openat(SafeHandle folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int flags, uint mode);

    [DllImport("libc", EntryPoint = "openat", SetLastError = true)]
    private static extern int openat_here(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int flags, uint mode);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long openat2(long number, SafeHandle folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref OpenHow how, nint size);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long getdents64(long number, SafeHandle folder, [Out] byte[] buffer, nint size);

    [DllImport("libc", SetLastError = true)]
    private static extern int statx(SafeHandle folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int flags, uint mask, out FileState state);

    [DllImport("libc", SetLastError = true)]
    private static extern int mkdirat(SafeHandle folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint mode);

    [DllImport("libc", SetLastError = true)]
    private static extern int unlinkat(SafeHandle folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int renameat2(SafeHandle from, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, SafeHandle to, [MarshalAs(UnmanagedType.LPUTF8Str)] string target, uint flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int linkat(SafeHandle from, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, SafeHandle to, [MarshalAs(UnmanagedType.LPUTF8Str)] string target, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fchmod(SafeHandle file, uint mode);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(SafeHandle file);
#pragma warning restore SA1300, IDE1006
}
