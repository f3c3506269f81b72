using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>What a worker takes from itself before it hears of any tool; nothing gives it back.</summary>
internal static class Confinement
{
    private static IsolationLevel level;

    /// <summary>Confines this process as far as the level asks; what its launcher did from outside is not repeated.</summary>
    /// <exception cref="Win32Exception">The machine refused a part of it: a worker must not go on.</exception>
    /// <exception cref="PlatformNotSupportedException">The level needs Linux on x64 or arm64.</exception>
    public static void Apply(IsolationLevel wanted)
    {
        level = wanted;
        if (OperatingSystem.IsLinux()) OnLinux();
        else if (level > IsolationLevel.Process) throw new PlatformNotSupportedException($"the level {level} needs Linux");
        else if (OperatingSystem.IsMacOS()) ResourceLimits.Apply();
    }

    /// <summary>What is taken besides before the code of a tool runs, and after its assembly is loaded.</summary>
    /// <exception cref="Win32Exception">The machine refused it: the tool must not run.</exception>
    public static void ApplyForTools()
    {
        if (level > IsolationLevel.Process) SystemCallFilter.InstallForTools();
    }

    /// <summary>Ends this process, and asks nobody: a filter lets no signal through, and the first process of a namespace would not hear its own.</summary>
    public static void End()
    {
        if (OperatingSystem.IsWindows()) Process.GetCurrentProcess().Kill();
        else Linux._exit(0);
    }

    [SupportedOSPlatform("linux")]
    private static void OnLinux()
    {
        const int kill = 9;
        InheritedFiles.Close();
        _ = Linux.setsid();
        ResourceLimits.Apply();
        Linux.Set(Linux.SetDumpable, 0);
        Linux.Set(Linux.SetParentDeathSignal, kill);
        Linux.Set(Linux.SetNoNewPrivileges, 1);
        if (level > IsolationLevel.Process) SystemCallFilter.Install();
    }
}
