using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace ToolGen.Forge.Trial;

/// <summary>How to start a worker: the program and its arguments.</summary>
/// <param name="Program">A path; nothing is looked up.</param>
/// <param name="Arguments">Passed one by one, never through a shell.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>What of the parent's environment a .NET process needs to start; everything else stays out of a tool's reach.</summary>
    private static readonly string[] Kept =
        ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_ROLL_FORWARD", "LD_LIBRARY_PATH", "SystemRoot"];

    /// <summary>Runs an assembly's own <c>Main</c> with the .NET that runs now.</summary>
    public static WorkerCommand DotnetExec(string assembly, params string[] arguments) => new(DotnetHost(), ["exec", assembly, .. arguments]);

    /// <summary>A process with pipes for its three streams and a scrubbed environment.</summary>
    /// <param name="memoryBytes">Hard limit of the managed heap.</param>
    internal ProcessStartInfo StartInfo(long memoryBytes)
    {
        var info = new ProcessStartInfo(this.Program, this.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var parent = new Dictionary<string, string?>(info.Environment, StringComparer.Ordinal);
        info.Environment.Clear();
        foreach (var name in Kept)
            if (parent.GetValueOrDefault(name) is { } value) info.Environment[name] = value;
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        return info;
    }

    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.ProcessPath is { } self && Path.GetFileName(self) == name) return self;
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, name);
    }
}
