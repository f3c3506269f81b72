using System;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Forge.Trial;

namespace ToolGen.Cli;

/// <summary>A sandbox that opens while the command reads and compiles: what this machine isolates is found out by starting a process, and the first worker starts behind it.</summary>
internal sealed class OpeningSandbox : IAsyncDisposable
{
    private readonly Task<TrialSandbox> opening;

    private OpeningSandbox(Task<TrialSandbox> opening) => this.opening = opening;

    /// <summary>Begins; what hinders it is told by <see cref="ReadyAsync"/>.</summary>
    public static OpeningSandbox Begin(Grants grants) => new(Task.Run(() =>
    {
        var sandbox = Sandboxes.Open(grants);
        _ = sandbox.Sandbox.WarmAsync(1);
        return sandbox;
    }));

    /// <summary>The sandbox, once it is open.</summary>
    /// <exception cref="UsageException">This machine isolates less than is asked for.</exception>
    public Task<TrialSandbox> ReadyAsync() => this.opening;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (await this.opening).DisposeAsync();
        }
        catch (UsageException)
        {
            // There is none.
        }
    }
}
