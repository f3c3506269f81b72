using System;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Worker.Hardening;

namespace ToolGen.Sandbox.Worker;

/// <summary>A blank worker: confines itself, then waits for the one tool that it serves.</summary>
internal static class Program
{
    private const int NotConfined = 3;

    private static int Main(string[] args)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        try
        {
            if (args is not [var level, ..] || !int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > (int)IsolationLevel.Bubblewrap)
                throw new PlatformNotSupportedException("the first argument is to be the number of a level of isolation");
            Confinement.Apply((IsolationLevel)number);
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            Console.Error.WriteLine("not confined: " + e.Message);
            return NotConfined;
        }

        if (args is [_, "check", var outside])
        {
            SelfCheck.Run(Console.Out, outside);
            return 0;
        }

        // Whatever a tool prints must not land among the frames.
        Console.SetOut(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        new WorkerServer(new HostLink(output)).Run(input);
        return 0;
    }
}
