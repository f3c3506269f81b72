using System;
using System.Globalization;
using System.IO;
using System.Runtime.Versioning;
using System.Text;

namespace ToolGen.Sandbox.Isolation;

/// <summary>
/// What a worker of the level process has started and is no child of its any more: it is known by the session, which each worker begins, or by the mark in the environment that
/// it was started with. Where there is no control group, one that left the session and was given another environment is not found.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class Descendants
{
    /// <summary>The variable of a worker's environment that marks what it starts: the host's process.</summary>
    public const string Mark = "TOOLGEN_SANDBOX_HOST";

    private const int MostEnvironment = 64 << 10, Session = 3, Parent = 1;

    /// <summary>Ends all that is left of one worker, which has ended or is about to.</summary>
    public static void End(int worker)
    {
        const int kill = 9;
        if (worker <= 0) return;
        var marked = Encoding.ASCII.GetBytes(Of(Environment.ProcessId));
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) || process == worker || process == Environment.ProcessId) continue;
            if (IsOf(process, worker, marked)) Linux.Signal(process, kill);
        }
    }

    /// <summary>How the variable stands in an environment.</summary>
    public static string Of(int host) => string.Create(CultureInfo.InvariantCulture, $"{Mark}={host}\0");

    /// <summary>Whether it has the worker's session; or this host's mark, and nobody who started it is left.</summary>
    private static bool IsOf(int process, int worker, byte[] marked)
    {
        try
        {
            var fields = ProcessStatus.FieldsOf(process);
            if (fields[Session] == worker.ToString(CultureInfo.InvariantCulture)) return true;
            if (fields[Parent] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)) return false;
            using var environment = new FileStream(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/environ"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            var bytes = new byte[MostEnvironment];
            var count = environment.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes.AsSpan(0, count).IndexOf(marked) >= 0 && !IsBelowWorker(fields[Parent]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether its parent lives and is one of this host's workers, or below one: then it is that one's.</summary>
    private static bool IsBelowWorker(string parent)
    {
        for (var depth = 0; depth < 64; depth++)
        {
            if (parent is "0" or "1") return false;
            if (parent == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)) return true;
            parent = ProcessStatus.FieldsOf(int.Parse(parent, NumberStyles.None, CultureInfo.InvariantCulture))[Parent];
        }

        return false;
    }
}
