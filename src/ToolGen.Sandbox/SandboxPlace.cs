using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Hosting;

namespace ToolGen.Sandbox;

/// <summary>The sandbox as a place of a host: it runs the tools that were made by it.</summary>
public sealed class SandboxPlace(Sandbox sandbox) : IToolPlace
{
    /// <inheritdoc/>
    public string Name => "sandbox";

    /// <inheritdoc/>
    public bool Takes(Tool tool) => tool is SandboxedTool own && ReferenceEquals(own.Sandbox, sandbox);

    /// <inheritdoc/>
    public ValueTask<ToolResult> CallAsync(Tool tool, ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken) =>
        tool.CallAsync(arguments, context, cancellationToken);
}
