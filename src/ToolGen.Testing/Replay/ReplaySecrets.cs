using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Testing.Replay;

/// <summary>Secrets of a sample: a signature needs the value of <c>given.secrets</c>, so that it is the same for everybody.</summary>
internal sealed class ReplaySecrets(CallScope scope, ReplayState state) : IToolSecrets
{
    public ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        scope.Use(new SecretCapability(name));
        if (state.World.Secrets.TryGetValue(name, out var value)) state.Touch("/given/secrets/" + name);
        else state.Miss($"the secret {CallScope.Shown(name)}; add a value to given.secrets, for samples only");
        if (value is null) throw Missing(name);
        return ValueTask.FromResult(HMACSHA256.HashData(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(text)));
    }

    public static ToolException Missing(string name) => new(ToolErrorCodes.MissingSecret, $"the host has no secret {CallScope.Shown(name)}");
}
