using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ToolGen.Sandbox.Isolation;

/// <summary>The command that starts a worker: its program, pipes for its three streams, and an environment of almost nothing.</summary>
internal static class WorkerStart
{
    /// <summary>The managed heap of a worker never grows beyond, whatever the limits of its tool.</summary>
    private const long HeapCeiling = 2L << 30;

    private const int StackBytes = 1 << 20;

    /// <summary>What of this process's environment a .NET process needs to start; everything else stays out of a tool's reach.</summary>
    private static readonly string[] Kept = ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_ROLL_FORWARD", "LD_LIBRARY_PATH", "SystemRoot"];

    /// <summary>What follows the worker's assembly when it is to check itself instead of serving.</summary>
    public static string[] Checking(string outside) => ["check", outside];

    /// <summary>The first argument of a worker.</summary>
    public static string Word(IsolationLevel level) => ((int)level).ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs the worker directly.</summary>
    public static ProcessStartInfo Direct(WorkerProgram program, IsolationLevel level, IEnumerable<string> rest) =>
        Of(program.Dotnet, ["exec", program.Assembly, Word(level), .. rest], Path.GetDirectoryName(program.Assembly)!);

    /// <summary>Runs any program with a worker's pipes and environment.</summary>
    public static ProcessStartInfo Of(string path, IEnumerable<string> arguments, string folder)
    {
        var info = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        info.Environment.Clear();
        foreach (var name in Kept)
            if (Environment.GetEnvironmentVariable(name) is { } value) info.Environment[name] = value;

        // No door for debuggers and profilers; few threads; stacks that do not eat up the memory that a tool may use; the same local time everywhere.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_TieredPGO"] = "0";

        // Else the runtime keeps a file of memory that it maps its code from: shared memory, which a filter lets nobody have.
        info.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        info.Environment["DOTNET_GCHeapHardLimit"] = Hex(HeapCeiling);
        info.Environment["DOTNET_Thread_DefaultStackSize"] = Hex(StackBytes);
        info.Environment["TZ"] = "UTC";
        return info;
    }

    private static string Hex(long value) => value.ToString("x", CultureInfo.InvariantCulture);
}
