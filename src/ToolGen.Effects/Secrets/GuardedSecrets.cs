using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Effects.Secrets;

/// <summary>Secrets for one call of a tool: what comes out is a signature.</summary>
internal sealed class GuardedSecrets(CallScope scope, SecretStore secrets) : IToolSecrets
{
    public ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default) =>
        new(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.ForSignature(scope, name)), Encoding.UTF8.GetBytes(text)));
}
