using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Starts workers as plain processes with an environment of their own: what they may reach is the user's.</summary>
/// <param name="program">The worker.</param>
/// <param name="heapBytes">The ceiling of any worker's managed heap. Default 2 GiB.</param>
public sealed class PlainLauncher(WorkerProgram program, long heapBytes = 2L << 30) : IWorkerLauncher
{
    /// <summary>What of the host's environment a .NET process needs to start; everything else stays out of a tool's reach.</summary>
    private static readonly string[] Kept =
        ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_ROLL_FORWARD", "LD_LIBRARY_PATH", "SystemRoot"];

    /// <inheritdoc/>
    public IsolationLevel Level => IsolationLevel.Process;

    /// <inheritdoc/>
    public IWorkerProcess Start() => new PlainProcess(Info(program, heapBytes));

    /// <summary>How a worker is started: pipes for its three streams and a scrubbed environment.</summary>
    internal static ProcessStartInfo Info(WorkerProgram program, long heapBytes)
    {
        var info = new ProcessStartInfo(program.Dotnet, ["exec", program.Assembly])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program.Assembly)!,
        };
        var host = new Dictionary<string, string?>(info.Environment, StringComparer.Ordinal);
        info.Environment.Clear();
        foreach (var name in Kept)
            if (host.GetValueOrDefault(name) is { } value) info.Environment[name] = value;
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("x", CultureInfo.InvariantCulture);
        return info;
    }
}
