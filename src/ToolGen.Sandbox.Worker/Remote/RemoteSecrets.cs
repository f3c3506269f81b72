using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Signatures by the host's secrets.</summary>
internal sealed class RemoteSecrets(RemoteCall call) : IToolSecrets
{
    public async ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default) =>
        (await call.AskAsync(EffectKind.Secret, frame => frame.Text(name).Text(text), cancellationToken).ConfigureAwait(false)).Reader.Bytes().ToArray();
}
