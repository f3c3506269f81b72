using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>Tries, in a confined worker, what must not go, and says of each whether it was held. Every attempt is one that would do nothing where it is let through.</summary>
internal static class SelfCheck
{
    private const int NotPermitted = 1, NotThere = 38;
    private const long ShareSignals = 0x800;

    /// <summary>Writes <c>held NAME</c> or <c>open NAME</c>, a line each, then <c>ready</c>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="outside">The path of a file that the host can read, and a worker without files cannot.</param>
    public static void Run(TextWriter output, string outside)
    {
        foreach (var (name, held) in Attempts(outside)) output.WriteLine((held ? "held " : "open ") + name);
        var thread = new Thread(() => output.WriteLine("ready"));
        thread.Start();
        thread.Join();
    }

    private static IEnumerable<(string Name, bool Held)> Attempts(string outside)
    {
        if (OperatingSystem.IsLinux())
        {
            yield return ("sockets", Refused(SystemCall.Socket, -1, -1, -1));
            yield return ("programs", Refused(SystemCall.Execve));
            yield return ("processes", Refused(SystemCall.Split, ShareSignals) && Refused(SystemCall.Split3));
            yield return ("tracing", Refused(SystemCall.Ptrace, -1) && Refused(SystemCall.ReadOther, Environment.ProcessId));
            yield return ("signals", Refused(SystemCall.Kill, Environment.ProcessId));
            yield return ("namespaces", Refused(SystemCall.Unshare));
        }

        yield return ("writing", !Opens(outside, FileAccess.Write));
        yield return ("reading", !Opens(outside, FileAccess.Read));
    }

    private static bool Refused(SystemCall call, long first = 0, long second = 0, long third = 0) =>
        Linux.Call(call, first, second, third) < 0 && Marshal.GetLastPInvokeError() is NotPermitted or NotThere;

    private static bool Opens(string path, FileAccess access)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, access, FileShare.ReadWrite);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
