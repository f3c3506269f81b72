using System;
using System.Globalization;
using System.IO;
using System.Runtime.Versioning;
using System.Threading;

namespace ToolGen.Sandbox.Isolation;

/// <summary>The one process that another has started, by their ids.</summary>
[SupportedOSPlatform("linux")]
internal static class ChildProcess
{
    private const int Attempts = 1_000, StopAttempts = 20;

    /// <summary>Waits until there is one, at most about two seconds; then the parent itself.</summary>
    public static int Of(int parent)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Listed(parent) is { } child) return child;
            if (!Directory.Exists($"/proc/{parent}")) break;
            Thread.Sleep(2);
        }

        return parent;
    }

    /// <summary>
    /// Ends what a parent has started so far, and keeps it from starting more: it is left stopped, to be ended by the caller. bubblewrap asks the kernel to end its child with
    /// itself, but not from the first moment on; a child whose parent is ended before would wait for ever.
    /// </summary>
    public static void EndOf(int parent)
    {
        const int stop = 19, kill = 9;
        Linux.Signal(parent, stop);
        for (var attempt = 0; attempt < StopAttempts && ProcessStatus.Of(parent) is { IsStopped: false }; attempt++) Thread.Sleep(1);
        if (Listed(parent) is { } child) Linux.Signal(child, kill);
    }

    private static int? Listed(int parent)
    {
        try
        {
            var first = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ')[0];
            return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var child) ? child : null;
        }
        catch (FileNotFoundException)
        {
            return Searched(parent);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Kernels without the list.
    private static int? Searched(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var child)) continue;
            if (ProcessStatus.Of(child) is { } status && status.Parent == parent) return child;
        }

        return null;
    }
}
