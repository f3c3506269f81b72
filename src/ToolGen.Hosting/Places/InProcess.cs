using System;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting.Places;

/// <summary>This process: for what was compiled into the application, and nothing else.</summary>
internal sealed class InProcess : IToolPlace
{
    public string Name => "process";

    // What a forge compiles is loaded beside the application, never into it.
    public bool Takes(Tool tool) => AssemblyLoadContext.GetLoadContext(tool.GetType().Assembly) == AssemblyLoadContext.Default;

    public ValueTask<ToolResult> CallAsync(Tool tool, ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken) => tool.CallAsync(arguments, context, cancellationToken);
}
