using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Testing.Recording;

/// <summary>Real effects of one call; what no sample could repeat by itself is written on a tape.</summary>
internal sealed class RecordingContext(ToolCallContext inner, Tape tape) : ToolContext
{
    /// <inheritdoc/>
    public override DateTimeOffset Now
    {
        get
        {
            inner.Scope.Use(new ClockCapability());
            return tape.UseNow();
        }
    }

    /// <inheritdoc/>
    public override Random Random
    {
        get
        {
            inner.Scope.Use(new RandomCapability());
            return tape.UseRandom();
        }
    }

    /// <inheritdoc/>
    public override IToolHttp Http { get; } = new RecordingHttp(inner.Http, tape);

    /// <inheritdoc/>
    public override IToolFiles Files => inner.Files;

    /// <inheritdoc/>
    public override IToolData Data => inner.Data;

    /// <inheritdoc/>
    public override IToolCalls Tools => inner.Tools;

    /// <inheritdoc/>
    public override IToolSecrets Secrets { get; } = new RecordingSecrets(inner.Secrets, tape);

    /// <inheritdoc/>
    public override IServiceProvider? Services => inner.Services;

    /// <inheritdoc/>
    public override string Setting(string name) => tape.UseSetting(name, inner.Setting(name));

    /// <inheritdoc/>
    public override void Log(string message) => inner.Log(message);

    private sealed class RecordingHttp(IToolHttp http, Tape tape) : IToolHttp
    {
        public async ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
        {
            try
            {
                var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                tape.Add(request, response);
                return response;
            }
            catch (ToolException fault) when (fault.Code is ToolErrorCodes.Unavailable or ToolErrorCodes.Timeout)
            {
                tape.Add(request, fault.Code);
                throw;
            }
        }
    }

    private sealed class RecordingSecrets(IToolSecrets secrets, Tape tape) : IToolSecrets
    {
        public ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default)
        {
            // A sample signs with a value of its own.
            tape.UseSecret(name);
            return secrets.HmacSha256(name, text, cancellationToken);
        }
    }
}
