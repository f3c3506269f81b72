using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;

namespace ToolGen.Benchmarks;

/// <summary>A sandbox as long as a measurement runs.</summary>
internal sealed class OpenSandbox(TrialSandbox value) : IDisposable
{
    /// <summary>How long a model thinks at least, from one answer to its next question.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(500);

    public TrialSandbox Value => value;

    /// <summary>Waits as a forge waits for the next question of a model: workers that were taken are started anew meanwhile.</summary>
    public static async Task RestAsync(TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        await sandbox.Sandbox.WarmAsync();
        await Task.Delay(Thinking, cancellationToken);
    }

    /// <inheritdoc cref="RestAsync"/>
    public void Rest(CancellationToken cancellationToken) => RestAsync(value, cancellationToken).GetAwaiter().GetResult();

    public void Dispose() => value.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
