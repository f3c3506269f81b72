using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace ToolGen.Sandbox.Isolation;

/// <summary>The one process that another has started, by their ids.</summary>
internal static class ChildProcess
{
    private const int Attempts = 1_000;

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
