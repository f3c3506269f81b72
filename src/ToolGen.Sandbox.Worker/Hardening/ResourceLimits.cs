using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

#pragma warning disable TG3121 // limits of a process are set by the kernel; .NET has no way to

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>What no worker ever needs: writing files, and leaving its memory behind in one. The host narrows the rest when it knows the tool.</summary>
internal static partial class ResourceLimits
{
    // The same numbers on Linux and macOS.
    private const int FileSize = 1, Core = 4;

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("macos")]
    public static void Apply()
    {
        Set(FileSize);
        Set(Core);
    }

    private static void Set(int resource)
    {
        var none = default(Limit);
        if (setrlimit(resource, in none) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Now;
        public ulong Most;
    }

#pragma warning disable SA1300, IDE1006 // named as in C
    [LibraryImport("libc", SetLastError = true)]
    private static partial int setrlimit(int resource, in Limit limit);
#pragma warning restore SA1300, IDE1006
}
