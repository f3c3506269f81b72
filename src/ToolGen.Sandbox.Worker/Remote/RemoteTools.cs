using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Other tools through the host.</summary>
internal sealed class RemoteTools(RemoteCall call) : IToolCalls
{
    public async ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, string? step = null, CancellationToken cancellationToken = default)
    {
        var answer = await call.AskAsync(EffectKind.Tool, frame => frame.Text(tool).OptionalText(step).Bytes(arguments.Span), cancellationToken).ConfigureAwait(false);
        var reader = answer.Reader;
        return ResultFields.Read(ref reader);
    }
}
