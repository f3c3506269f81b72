using System;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Server.Making;

namespace ToolGen.Server.Calling;

/// <summary>A sign of life of a call that takes longer, for a client that asked for it.</summary>
internal static class CallProgress
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Next = TimeSpan.FromSeconds(2);

    public static async ValueTask<ToolResult> AroundAsync(RequestContext<CallToolRequestParams> request, string name, Func<ValueTask<ToolResult>> call)
    {
        var progress = new ToldProgress(request, total: null);
        if (!progress.IsHeard) return await call().ConfigureAwait(false);
        var beats = 0;
        var beat = new Timer(_ => progress.Tell(Interlocked.Increment(ref beats), $"{name} is running"), null, First, Next);
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            await beat.DisposeAsync().ConfigureAwait(false);
            await progress.DoneAsync().ConfigureAwait(false);
        }
    }
}
