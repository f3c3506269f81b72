using System;
using System.IO;

namespace ToolGen.Sandbox.Worker;

/// <summary>A blank worker: confines itself, then waits for the one tool that it serves.</summary>
internal static class Program
{
    private static int Main()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // Whatever a tool prints must not land among the frames.
        Console.SetOut(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        new WorkerServer(new HostLink(output)).Run(input);
        return 0;
    }
}
