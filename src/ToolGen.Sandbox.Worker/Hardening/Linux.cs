using System.ComponentModel;
using System.Runtime.InteropServices;

#pragma warning disable TG3121 // what confines a process is asked of the kernel; .NET has no way to

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>The calls of the kernel that a worker confines itself with.</summary>
internal static partial class Linux
{
    public const int SetParentDeathSignal = 1, SetDumpable = 4, SetNoNewPrivileges = 38;
    public const int GetFileFlags = 1, CloseOnExec = 1;

    public static long Call(SystemCall call, long first = 0, long second = 0, long third = 0, long fourth = 0) =>
        syscall(call.On(RuntimeInformation.ProcessArchitecture), first, second, third, fourth);

    /// <summary>Sets an attribute of this process.</summary>
    /// <exception cref="Win32Exception">The kernel refused it.</exception>
    public static void Set(int option, ulong value)
    {
        if (prctl(option, value, 0, 0, 0) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

#pragma warning disable SA1300, IDE1006 // named as in C
    [LibraryImport("libc", SetLastError = true)]
    private static partial long syscall(long number, long first, long second, long third, long fourth);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prctl(int option, ulong first, ulong second, ulong third, ulong fourth);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int file, int command, int value);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int file);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setsid();

    [LibraryImport("libc")]
    public static partial void _exit(int code);
#pragma warning restore SA1300, IDE1006
}
