using System;
using System.Threading.Tasks;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Tests;

/// <summary>The example of the room's page.</summary>
internal static class ReadmeExample
{
    public static async Task<ToolResult> CallAsync(byte[] image, string typeName, ToolDescriptor descriptor, ToolLimits limits, string hash, byte[] arguments, ToolContext context)
    {
        await using var sandbox = new Sandbox(new SandboxOptions
        {
            Launcher = new PlainLauncher(WorkerProgram.Here()),
            Minimum = IsolationLevel.Process,
            Ran = run => Console.WriteLine($"{run.Tool}: {run.End} at {run.Isolation}, {run.Processor.TotalMilliseconds:0} ms of processor"),
        });
        var tool = sandbox.Tool(image, typeName, descriptor, limits, caller: "agent", version: hash);
        var result = await tool.CallAsync(arguments, context);
        return result;
    }
}
