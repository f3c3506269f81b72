using System;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ToolGen.Server.Making;

/// <summary>Progress of one request, for a client that gave a token for it; to others nothing is sent.</summary>
/// <param name="request">The request.</param>
/// <param name="total">Where it ends; null: nobody knows.</param>
internal sealed class ToldProgress(RequestContext<CallToolRequestParams> request, float? total)
{
    private readonly ProgressToken? token = request.Params?.ProgressToken;
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;
    private float reached = -1;

    /// <summary>Whether anybody listens.</summary>
    public bool IsHeard => this.token is not null;

    /// <summary>It only ever grows, and the one that is under way is not overtaken.</summary>
    public void Tell(float progress, string message)
    {
        if (this.token is not { } at) return;
        lock (this.gate)
        {
            if (progress <= this.reached) return;
            this.reached = progress;
            this.last = this.SendAsync(this.last, at, progress, message);
        }
    }

    /// <summary>Ends when all is sent.</summary>
    public Task DoneAsync()
    {
        lock (this.gate) return this.last;
    }

    private async Task SendAsync(Task before, ProgressToken at, float progress, string message)
    {
        await before.ConfigureAwait(false);
        try
        {
            await request.Server.NotifyProgressAsync(at, new() { Progress = progress, Total = total, Message = message }, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A client that is gone is told by its request.
        }
    }
}
