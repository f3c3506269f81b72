using System;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks.Calls;

/// <summary>Calls one function with the arguments of one JSON object; gives its output as JSON.</summary>
internal delegate byte[] HandCall(ReadOnlySpan<byte> utf8);

/// <summary>A call written by hand, behind the same contract: what a person writes in the place of the generator.</summary>
internal sealed class HandTool(ToolDescriptor descriptor, HandCall call) : Tool
{
    public override ToolDescriptor Descriptor => descriptor;

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) => this.Call(arguments.Span);

    public override ValueTask<ToolResult> CallAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken = default) => this.Call(JsonMarshal.GetRawUtf8Value(arguments));

    private ValueTask<ToolResult> Call(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new(ToolResult.Success(call(utf8)));
        }
        catch (FormatException e)
        {
            return new(ToolResult.Failure(new ToolError(ToolErrorCodes.InvalidInput, e.Message)));
        }
    }
}
