using System;
using System.Runtime.InteropServices;

namespace ToolGen.TestSupport.Escape;

/// <summary>Bare calls of the kernel, by their numbers on x64 and arm64.</summary>
internal static unsafe partial class Kernel
{
    /// <summary>4 KiB, for calls that want an address; some write there.</summary>
    public static readonly long Buffer = (long)NativeMemory.AllocZeroed(4096);

    /// <summary>A path of no characters, which leads nowhere.</summary>
    public static readonly long Empty = (long)NativeMemory.AllocZeroed(8);

    /// <summary>Calls, and says what the kernel said: below 0 where it failed.</summary>
    public static long Call((int X64, int Arm64) call, long first = 0, long second = 0, long third = 0, long fourth = 0, long fifth = 0, long sixth = 0) =>
        syscall(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? call.Arm64 : call.X64, first, second, third, fourth, fifth, sixth);

    /// <summary>Goes through where the kernel looked at the arguments, whatever it said of them: held is what no argument would change.</summary>
    /// <exception cref="UnauthorizedAccessException">It is not permitted, or not there.</exception>
    public static void Try((int X64, int Arm64) call, long first = 0, long second = 0, long third = 0, long fourth = 0)
    {
        const int notPermitted = 1, notThere = 38;
        if (Call(call, first, second, third, fourth) < 0 && Marshal.GetLastPInvokeError() is notPermitted or notThere) throw Refused();
    }

    /// <summary>Calls what is to go well.</summary>
    /// <exception cref="UnauthorizedAccessException">It did not.</exception>
    public static long Need((int X64, int Arm64) call, long first = 0, long second = 0, long third = 0, long fourth = 0, long fifth = 0, long sixth = 0)
    {
        var outcome = Call(call, first, second, third, fourth, fifth, sixth);
        return outcome < 0 ? throw Refused() : outcome;
    }

    /// <summary>What the kernel said last. Not the exception that .NET has for it: a tool cannot load where that is.</summary>
    public static UnauthorizedAccessException Refused() => new($"the kernel says {Marshal.GetLastPInvokeError()}: {Marshal.GetLastPInvokeErrorMessage()}");

    /// <summary>A text where the kernel can read it; never given back.</summary>
    public static long Text(string text) => (long)Marshal.StringToCoTaskMemUTF8(text);

#pragma warning disable SA1300, IDE1006 // named as in C
    [LibraryImport("libc", SetLastError = true)]
    private static partial long syscall(long number, long first, long second, long third, long fourth, long fifth, long sixth);
#pragma warning restore SA1300, IDE1006
}
