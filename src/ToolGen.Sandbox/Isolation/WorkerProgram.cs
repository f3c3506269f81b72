using System;
using System.IO;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Isolation;

/// <summary>The program of a worker: the folder <c>worker</c> beside the application, run by the .NET that runs now.</summary>
/// <param name="Dotnet">The absolute path of <c>dotnet</c>.</param>
/// <param name="Assembly">The absolute path of the worker's assembly.</param>
public sealed record WorkerProgram(string Dotnet, string Assembly)
{
    /// <summary>The one that travels with this library.</summary>
    /// <exception cref="FileNotFoundException">The folder <c>worker</c> is not beside the application.</exception>
    public static WorkerProgram Here()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "worker", "ToolGen.Sandbox.Worker.dll");
        if (!File.Exists(assembly)) throw new FileNotFoundException("The sandbox's worker is not beside this application: reference the package ToolGen.Sandbox from the project that is run.", assembly);
        return new(DotnetHost(), assembly);
    }

    internal static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.ProcessPath is { } self && Path.GetFileName(self) == name) return self;
        return Path.Combine(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")), name);
    }
}
