using System;
using System.Threading;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Worker.Hardening;

namespace ToolGen.Sandbox.Tests.Isolation.Attempts;

/// <summary>A worker that is confined as the real one, by the same launchers and the same code, and then does what a tool must not.</summary>
internal static class AttemptProgram
{
    public static bool IsAsked(string[] args) => args is [var level, _, ..] && Enum.TryParse<IsolationLevel>(level, out _);

    /// <summary>Its arguments: the level, the attempt, and what belongs to the attempt.</summary>
    public static int Run(string[] args)
    {
        // A host is not confined: it is what starts workers, in a process that a test can end.
        if (args[1] is not ("host" or "probe" or "bare")) Confinement.Apply(Enum.Parse<IsolationLevel>(args[0]));
        switch (args[1])
        {
            case "check":
                SelfCheck.Run(Console.Out, args[2]);
                return 0;
            case "host":
                return Hosted.Run(Console.Out, Enum.Parse<IsolationLevel>(args[2]));
            case "probe":
                foreach (var one in IsolationProbe.Levels) Console.Out.WriteLine($"{one}: {IsolationProbe.Of(one, Workers.Program)}");
                return 0;
            default:
                // The host limits it first.
                Console.Out.WriteLine("here");
                Console.In.ReadLine();
                if (args[1] == "work after limits")
                {
                    RuntimeWork.Run(Console.Out, Confinement.ApplyForTools);
                    return 0;
                }

                Confinement.ApplyForTools();
                return Bombs.Run(Console.Out, args[1]);
        }
    }

    /// <summary>Never ends by itself.</summary>
    public static void Wait() => new ManualResetEventSlim().Wait();
}
