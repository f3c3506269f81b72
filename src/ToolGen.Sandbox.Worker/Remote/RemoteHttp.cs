using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>HTTP through the host.</summary>
internal sealed class RemoteHttp(RemoteCall call) : IToolHttp
{
    public async ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
    {
        var answer = await call.AskAsync(EffectKind.Http, frame => HttpFields.Write(frame, request), cancellationToken).ConfigureAwait(false);
        var reader = answer.Reader;
        return HttpFields.ReadResponse(ref reader);
    }
}
