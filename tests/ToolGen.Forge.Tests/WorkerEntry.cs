using System;
using System.Runtime.CompilerServices;
using ToolGen.Forge.Trial;

namespace ToolGen.Forge.Tests;

/// <summary>Lets the test program be its own child process: with one word it serves a worker's request and never becomes a test run.</summary>
internal static class WorkerEntry
{
    public const string Word = "forge-worker";

    [ModuleInitializer]
    internal static void Serve()
    {
        if (Environment.GetCommandLineArgs() is [_, Word]) Environment.Exit(Worker.RunAsync().GetAwaiter().GetResult());
    }
}
