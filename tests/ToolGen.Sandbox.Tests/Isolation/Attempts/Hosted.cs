using System.IO;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Tests.Isolation.Attempts;

/// <summary>A host in a process of its own: starts a worker that waits, tells its id, and waits too.</summary>
internal static class Hosted
{
    public static int Run(TextWriter output, IsolationLevel level)
    {
        using var worker = Launchers.Unproven(level, Workers.Program, ["wait"]).Start();
        using var reader = new StreamReader(worker.Output);
        _ = reader.ReadLine();
        output.WriteLine(worker.Id);
        AttemptProgram.Wait();
        return 0;
    }
}
