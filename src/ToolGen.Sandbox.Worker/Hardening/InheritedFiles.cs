using System.Globalization;
using System.IO;
using System.Runtime.Versioning;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>Files that were open where this process was started and came along. The runtime's own are marked to be closed on the start of a program; these are the ones that are not.</summary>
[SupportedOSPlatform("linux")]
internal static class InheritedFiles
{
    private const int LastPipe = 2;

    public static void Close()
    {
        foreach (var entry in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            if (!int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var file) || file <= LastPipe) continue;
            if (Linux.fcntl(file, Linux.GetFileFlags, 0) is >= 0 and var flags && (flags & Linux.CloseOnExec) == 0) _ = Linux.close(file);
        }
    }
}
