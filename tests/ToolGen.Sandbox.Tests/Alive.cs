using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests;

/// <summary>Processes by their ids.</summary>
internal static class Alive
{
    public static bool Is(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Ends when the process has; the test's own time is the bound.</summary>
    public static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 600 && !condition(); i++) await Task.Delay(50);
    }
}
