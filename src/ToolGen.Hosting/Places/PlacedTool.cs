using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting.Places;

/// <summary>A tool that another one calls, and that runs in a place of its own.</summary>
internal sealed class PlacedTool(Tool tool, IToolPlace place) : Tool
{
    public override ToolDescriptor Descriptor => tool.Descriptor;

    public override ToolLimits Limits => tool.Limits;

    public override ToolOrigin? ServedFrom => tool.ServedFrom;

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        place.CallAsync(tool, arguments, context, cancellationToken);
}
