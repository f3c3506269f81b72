using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.TestSupport;

/// <summary>Ctrl-C as a terminal sends it.</summary>
internal static class Interrupts
{
    /// <summary>The same; where it cannot be sent, nothing of the process stays.</summary>
    public static void SendOrKill(Process process)
    {
        try
        {
            Send(process);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Sends it to a process; inconclusive where the whole run was started with it ignored, as jobs of a shell in the background are: children inherit that.</summary>
    public static void Send(Process process)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("sends SIGINT");
        var status = $"/proc/{process.Id}/status";
        if (File.Exists(status) && File.ReadLines(status).FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
            && (ulong.Parse(ignored.AsSpan(7).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & 2) != 0)
            Assert.Inconclusive("this run was started with SIGINT ignored");
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
