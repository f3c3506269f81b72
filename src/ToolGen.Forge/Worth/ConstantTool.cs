using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Forge.Worth;

/// <summary>A stub: answers the same whatever it is asked, and looks at nothing.</summary>
internal sealed class ConstantTool(Tool tool, ReadOnlyMemory<byte> output) : Tool
{
    public override ToolDescriptor Descriptor => tool.Descriptor;

    public override ToolLimits Limits => tool.Limits;

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) => new(ToolResult.Success(output));
}
